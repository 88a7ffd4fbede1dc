# source: 04952-113 04952-115 04952-118
Feature: Time and renewal
  Certificates expire, authorities renew their certificates, and the clock of a server outside a domain can be wrong.

  Rule: A certificate expires

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the certificates of the issuing authority are valid for 4 more years
      And the pool has been set up

    # failure: F32
    @failure
    Example: The certificate was not renewed
      Given 3 years have passed
      When the judge looks at the pool
      Then the judge finds:
        | finding | severity | where             |
        | expired | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and SEC_E_CERT_EXPIRED

    # failure: F32
    Example: The certificate is valid on its last day
      Given 364 days have passed
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F32
    @failure
    Example: The wizard does not list an expired certificate
      Given 3 years have passed
      When the internal certificate is assigned on the first Edge Server
      Then it is refused: not-offered
      And nothing has changed

    # failure: F32
    Example: Replace the certificate
      Given 3 years have passed
      And the pool has renewed its certificate under another friendly name
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

    # failure: F32 F57
    @failure
    Example: The certificate of the Front End Server expires
      Given on the internal server, the certificate of the services has expired
      And it is assumed that event 1017 follows from a refused Front End Server
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where             |
        | peer-not-trusted | error    | every Edge Server |
      And replication to every Edge Server fails with event 1017 and SEC_E_CERT_EXPIRED

    # failure: F32 F57
    @failure
    Example: The expired certificate of the Front End Server has another event
      Given on the internal server, the certificate of the services has expired
      And it is assumed that event 1015 follows from a refused Front End Server
      When the judge looks at the pool
      Then replication to every Edge Server fails with event 1015 and SEC_E_CERT_EXPIRED

    # failure: F32 F57
    Example: Replace the certificate of the Front End Server
      Given on the internal server, the certificate of the services has expired
      And on the internal server, the certificate of the services has been renewed
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

  Rule: The clock of an Edge Server can be wrong

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations

    # failure: F31
    @failure
    Example: The clock is fast
      Given the pool has been set up
      And on the second Edge Server, the clock is 2 hours fast
      When the judge looks at the pool
      Then the judge finds:
        | finding    | severity | where                  |
        | clock-skew | warning  | the second Edge Server |
      And replication to the second Edge Server is up to date

    # failure: F31
    @failure
    Example: The clock is fast, and a revocation list seems to have expired
      Given the pool has been set up
      And on the second Edge Server, the clock is 10 days fast
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding                | severity | where                  |
        | clock-skew             | warning  | the second Edge Server |
        | revocation-unreachable | warning  | the second Edge Server |
      And the finding "revocation-unreachable" has the cause "clock"

    # failure: F31
    @failure
    Example: The clock is slow, and the certificate is not valid yet
      Given the pool has been set up
      And on the second Edge Server, the clock is 2 hours slow
      When the judge looks at the pool
      Then the judge finds:
        | finding       | severity | where                  |
        | clock-skew    | warning  | the second Edge Server |
        | not-yet-valid | error    | the second Edge Server |

    # failure: F31
    Example: A difference of five minutes is harmless
      Given the pool has been set up
      And on the second Edge Server, the clock is 5 minutes slow
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F31
    @failure
    Example: The wizard does not list a certificate that is not yet valid
      Given every Edge Server trusts the issuing authority
      And on the first Edge Server, the clock is 2 hours slow
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: not-yet-valid

  Rule: A new key of the authority needs a new chain

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the issuing authority is subordinate to a root
      And every Edge Server trusts the issuing authority

    # failure: F54
    Example: The authority keeps its key
      Given the issuing authority has renewed its certificate with the same key
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface

    # failure: F54
    @failure
    Example: The old chain does not validate the new certificate
      Given the issuing authority has renewed its certificate with a new key
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: chain-incomplete

    # failure: F54
    Example: The new chain validates the new certificate
      Given the issuing authority has renewed its certificate with a new key
      And the first Edge Server has obtained its internal certificate with an exportable key
      And the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on the first Edge Server each certificate by its type
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface

  Rule: A cross certificate connects the new key of a root to its old one

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the issuing authority is subordinate to a root
      And every Edge Server trusts the issuing authority

    @failure
    Example: The old root does not validate the new certificate
      Given the issuing authority has a new certificate from a root with a new key
      And the first Edge Server has obtained its internal certificate with an exportable key
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the new certificate of the issuing authority is in the file C:\certs\new.p7b on every Edge Server
      When the operator types the command:
        """
        certutil -addstore CA C:\certs\new.p7b
        """
      Then the internal certificate is not offered for assignment on the first Edge Server: chain-incomplete

    Example: Add the cross certificate of the root
      Given the issuing authority has a new certificate from a root with a new key
      And the first Edge Server has obtained its internal certificate with an exportable key
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the new certificate of the issuing authority and the cross certificate of its root are in the file C:\certs\new.p7b on every Edge Server
      And the operator has typed the command:
        """
        certutil -addstore CA C:\certs\new.p7b
        """
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface
