# source: 04952-165 04952-172 04952-174
Feature: Stores and trust
  The store of a certificate determines which accounts see it and which accounts trust it.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  Rule: The computer must have the whole certification path

    Background:
      Given it is assumed that the wizard puts the certificates of authorities by their type
      And the pool has been set up

    # failure: F02
    @failure
    Example: The root is missing
      Given on the second Edge Server, the root of the issuing authority has been removed
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where                  |
        | chain-incomplete | error    | the second Edge Server |

    # failure: F02 F57
    @failure
    Example: The root is in the store of intermediate authorities
      Given on the second Edge Server, the root of the issuing authority is among the intermediate authorities
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where                  |
        | root-not-trusted | error    | the second Edge Server |
      And replication to the second Edge Server fails with SEC_E_UNTRUSTED_ROOT

    # failure: F02
    @failure
    Example: The wizard does not list a certificate with an untrusted root
      Given the issuing authority is subordinate to a root
      And on the second Edge Server, the root of the issuing authority has been removed
      When the internal certificate is assigned on the second Edge Server
      Then it is refused: not-offered
      And nothing has changed

    # failure: F02 F59
    @failure
    Example: The certificate of the issuing authority is missing
      Given the issuing authority is subordinate to a root
      And on the second Edge Server, the certificate of the issuing authority has been removed
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where                  |
        | chain-incomplete | error    | the second Edge Server |

    # failure: F59
    Example: A peer with the issuing authority's certificate needs no other
      Given the issuing authority is subordinate to a root
      And on the second Edge Server, the certificate of the issuing authority has been removed
      When the services on the second Edge Server are restarted
      Then replication to the first Edge Server is up to date

    # failure: F53
    @failure
    Example: Only a user trusts the root
      Given on the second Edge Server, the root of the issuing authority is trusted by a user only
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding          | severity | where                  |
        | chain-incomplete | error    | the second Edge Server |
        | wrong-store      | error    | the second Edge Server |

    # failure: F02
    Example: Import the chain again
      Given on the second Edge Server, the root of the issuing authority has been removed
      And the chain has been imported on the second Edge Server each certificate by its type
      When the judge looks at the pool
      Then the judge finds nothing

  Rule: Services do not use the stores of a user

    Background:
      Given the pool has been set up

    # failure: F03
    @failure
    Example: The internal certificate is in the stores of a user
      Given on the second Edge Server, the internal certificate is in the stores of a user
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding                 | severity | where                  |
        | no-internal-certificate | error    | the second Edge Server |
        | wrong-store             | error    | the second Edge Server |

    # failure: F03
    @failure
    Example: The internal certificate is in the store of authorities
      Given on the second Edge Server, the internal certificate is among the intermediate authorities
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding                 | severity | where                  |
        | no-internal-certificate | error    | the second Edge Server |
        | wrong-store             | error    | the second Edge Server |

    # failure: F53
    Example: The chain is also in the stores of a user
      Given the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on the second Edge Server into the stores of a user
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F03
    Example: The certificate of another server is in the store of authorities
      Given on the second Edge Server, the certificate of another server is among the intermediate authorities
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F53
    @failure
    Example: Import the chain into the stores of a user
      Given on the second Edge Server, the root of the issuing authority has been removed
      When the chain is imported on the second Edge Server into the stores of a user
      Then the second Edge Server does not trust the root of the issuing authority

  Rule: The certification path must be valid

    # failure: F02
    @failure
    Example: The root permits no subordinate authority
      Given the issuing authority is subordinate to a root
      And the issuing authority is subordinate to a root that permits no subordinate authority
      And every Edge Server trusts the issuing authority
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: certification-path-invalid

    # failure: F02
    @failure
    Example: The judge reports an invalid path
      Given the issuing authority is subordinate to a root
      And the issuing authority is subordinate to a root that permits no subordinate authority
      And every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding                    | severity | where                 |
        | certification-path-invalid | error    | the first Edge Server |
        | not-assigned               | error    | the first Edge Server |

  Rule: Too many roots prevent connections

    Background:
      Given the pool has been set up

    # failure: F10
    @failure
    Example: A server has more than 100 roots
      Given on the first Edge Server, more than a hundred roots are trusted
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where                 |
        | too-many-roots | warning  | the first Edge Server |

    # failure: F10
    Example: A server has 100 roots
      Given on the first Edge Server, a hundred roots are trusted
      When the judge looks at the pool
      Then the judge finds nothing

  Rule: Front End Servers and Edge Servers must trust each other's roots

    Background:
      Given it is assumed that a public authority adds the common name to the alternative names

    # failure: F06
    @failure
    Example: The Edge Servers do not trust the internal authority
      Given it is assumed that the wizard puts the certificates of authorities by their type
      And the administrators have carried out the whole procedure with a public authority
      And the exported file is deleted
      And on the second Edge Server, the root of the issuing authority has been removed
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding          | severity | where                  |
        | peer-not-trusted | error    | the second Edge Server |
      And replication to the second Edge Server fails with CERT_E_CHAINING

    # failure: F06 F57
    @failure
    Example: The Front End Server does not trust the authority of the Edge Servers
      Given the pool has been set up
      And on the internal server, the root of the issuing authority has been removed
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where             |
        | peer-not-trusted | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and CERT_E_CHAINING

    # failure: F07
    @failure
    Example: The Front End Server has no private key
      Given the pool has been set up
      And on the internal server, the private key of the services has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where             |
        | peer-not-trusted | error    | every Edge Server |
      And replication to every Edge Server fails with SEC_E_NO_CREDENTIALS

  Rule: Only an administrator can change the stores of a server

    @failure
    Example: An account without the right deletes a certificate
      Given the operator is logged on to the first Edge Server as an ordinary user
      When the operator tries the command:
        """
        certutil -delstore CA 00
        """
      Then it is refused: not-an-administrator
      And nothing has changed

    @failure
    Example: The store has no certificate with the serial number
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator tries the command:
        """
        certutil -delstore CA 00
        """
      Then it is refused: no-such-certificate
      And nothing has changed
