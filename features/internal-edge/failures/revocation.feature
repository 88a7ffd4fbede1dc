# source: 04952-108 04952-200
Feature: Revocation
  An authority can revoke a certificate. Peers notice it only if they can reach the revocation list.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  Rule: A revoked certificate is reported and rejected

    Background:
      Given the pool has been set up
      And the certificate manager has revoked the internal certificate

    @failure
    Example: The judge reports the revoked certificate on every server
      When the judge looks at the pool
      Then the judge finds:
        | finding | severity | where             |
        | revoked | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and CRYPT_E_REVOKED

    @failure
    Example: A certificate cannot be revoked twice
      When the certificate manager revokes the internal certificate
      Then it is refused: CERTSRV_E_BAD_REQUESTSTATUS
      And nothing has changed

    Example: Replace the certificate
      Given the pool has renewed its certificate under another friendly name
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds nothing

  Rule: The address of the revocation list must be reachable

    # failure: F39
    @failure
    Example: The certificate contains no address
      Given the issuing authority writes no address of its revocation list
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding               | severity | where             |
        | no-revocation-address | warning  | every Edge Server |

    # failure: F37b
    @failure
    Example: The address is in Active Directory
      Given the issuing authority writes an ldap address of its revocation list only
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where             |
        | revocation-unreachable | warning  | every Edge Server |
      And replication to every Edge Server is up to date

    # failure: F37e
    @failure
    Example: The revocation list of the renewed authority is not copied
      Given the issuing authority is subordinate to a root
      And the issuing authority copies the revocation list of its first key only
      And the issuing authority has renewed its certificate with a new key
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where             |
        | revocation-unreachable | error    | every Edge Server |

    # failure: F37e
    Example: The first key has its revocation list
      Given the issuing authority copies the revocation list of its first key only
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds no error

    # failure: F37
    @failure
    Example: The Front End Server cannot reach the address
      Given the pool has been set up
      And on the internal server, the host of the revocation list is out of reach
      And it is assumed that event 33019 follows from an unreachable revocation list
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding                | severity | where                 |
        | revocation-unreachable | error    | the first Edge Server |
      And replication to the first Edge Server fails with event 33019

    # failure: F37
    @failure
    Example: The unreachable address has another event
      Given the pool has been set up
      And on the internal server, the host of the revocation list is out of reach
      And it is assumed that event 1017 follows from an unreachable revocation list
      When the judge looks at the first Edge Server
      Then replication to the first Edge Server fails with event 1017

    # failure: F37
    @failure
    Example: An Edge Server cannot reach the address
      Given the pool has been set up
      And on the second Edge Server, the host of the revocation list is out of reach
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where                  |
        | revocation-unreachable | warning  | the second Edge Server |
