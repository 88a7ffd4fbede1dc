# source: 04952-172 04952-186
Feature: Differences between Windows versions
  The document was written for Windows Server 2008 R2. Later versions check the same stores more strictly.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  Rule: An intermediate certificate among the roots breaks mutual TLS since Windows Server 2012

    Background:
      Given the issuing authority is subordinate to a root
      And the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on every Edge Server as the document says
      And the pool has been set up

    # failure: F09
    @two-windows-versions
    @failure
    Scenario Outline: Windows Server <version> checks the roots
      Given on every Edge Server, Windows Server <version> is installed
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding                    | severity | where                 |
        | intermediate-in-root-store | error    | the first Edge Server |
      And replication to every Edge Server fails with CERT_E_UNTRUSTEDROOT

      Examples:
        | version |
        | 2012    |
        | 2012 R2 |

    # failure: F09
    @two-windows-versions
    Example: Windows Server 2008 R2 does not check the roots
      Given on every Edge Server, Windows Server 2008 R2 is installed
      When the judge looks at the first Edge Server
      Then the judge finds no error
      And replication to every Edge Server is up to date

    # failure: F12
    @two-windows-versions
    Example: Set ClientAuthTrustMode to 2
      Given on every Edge Server, Windows Server 2012 R2 is installed
      And on every Edge Server, ClientAuthTrustMode is 2
      When the judge looks at the first Edge Server
      Then the judge finds no error
      And replication to every Edge Server is up to date

    # failure: F09
    @two-windows-versions
    Example: Move the intermediate certificates
      Given on every Edge Server, Windows Server 2012 R2 is installed
      And the intermediate authorities on every Edge Server are moved to their own store
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

  Rule: Signature algorithms have different effects

    # failure: F34
    @failure
    Example: The certificate is signed with MD5
      Given the issuing authority signs with MD5
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where             |
        | weak-signature | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and SEC_E_ALGORITHM_MISMATCH

    # failure: F34
    Example: The certificate is signed with SHA-1
      Given the issuing authority signs with SHA-1
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where             |
        | weak-signature | info     | every Edge Server |
      And replication to every Edge Server is up to date

    # failure: F35
    @failure
    Example: The certificate is signed with SHA-512
      Given the issuing authority signs with SHA-512
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where             |
        | signature-needs-update | warning  | every Edge Server |

    # failure: F36
    @failure
    Example: The certificate is signed with RSASSA-PSS
      Given the issuing authority signs with RSASSA-PSS
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding               | severity | where             |
        | unsupported-signature | error    | every Edge Server |

  Rule: A short key gives a warning

    # source: 04952-186 04952-187
    @failure
    Example: The key has 1024 bits
      Given every Edge Server trusts the issuing authority
      And the template of the internal certificate takes keys of 1024 bits
      And the first Edge Server has obtained its internal certificate with a key of 1024 bits
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding      | severity | where                 |
        | not-assigned | error    | the first Edge Server |
        | weak-key     | warning  | the first Edge Server |
