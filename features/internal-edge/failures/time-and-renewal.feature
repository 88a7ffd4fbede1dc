# source: 04952-113 04952-115 04952-118
Feature: Time and renewal
  Certificates begin and end, authorities are renewed, and the clock of a server that belongs to no domain goes its own
  way.

  Rule: A certificate has an end

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the certificates of the issuing authority are valid for 4 more years
      And the pool has been set up

    # failure: F32
    @failure
    Example: Nobody renewed the certificate
      Given 3 years have passed
      When the judge looks at the pool
      Then the judge finds:
        | finding | severity | where             |
        | expired | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and SEC_E_CERT_EXPIRED

    # failure: F32
    Example: It is still good the day before the year is over
      Given 364 days have passed
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F32
    @failure
    Example: An expired certificate is not offered any more
      Given 3 years have passed
      When the internal certificate is assigned on the first Edge Server
      Then it is refused: not-offered
      And nothing has changed

    # failure: F32
    Example: A new certificate mends it
      Given 3 years have passed
      And the pool has renewed its certificate under another friendly name
      And the services on every Edge Server have been started anew
      And on the internal server, the certificate of the services has been renewed
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

    # failure: F32 F57
    @failure
    Example: The certificate of the Front End Server has an end as well
      Given 3 years have passed
      And the pool has renewed its certificate under another friendly name
      And the services on every Edge Server have been started anew
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where             |
        | peer-not-trusted | error    | every Edge Server |
      And replication to every Edge Server fails with event 32042 and SEC_E_CERT_EXPIRED

  Rule: The clock of an Edge Server goes its own way

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
    Example: The clock is slow, and the certificate is not valid yet
      Given the pool has been set up
      And on the second Edge Server, the clock is 2 hours slow
      When the judge looks at the pool
      Then the judge finds:
        | finding       | severity | where                  |
        | clock-skew    | warning  | the second Edge Server |
        | not-yet-valid | error    | the second Edge Server |

    # failure: F31
    Example: Five minutes do no harm
      Given the pool has been set up
      And on the second Edge Server, the clock is 5 minutes slow
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F31
    @failure
    Example: What is not valid yet is not offered
      Given every Edge Server trusts the issuing authority
      And on the first Edge Server, the clock is 2 hours slow
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: not-yet-valid

  Rule: An authority with a new key is a new authority to those who know the old one

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the issuing authority stands below a root
      And every Edge Server trusts the issuing authority

    # failure: F54
    @failure
    Example: The chain of before does not lead to the new certificate
      Given the issuing authority has renewed its certificate with a new key
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: chain-incomplete

    # failure: F54
    Example: The chain of now does
      Given the issuing authority has renewed its certificate with a new key
      And the first Edge Server has obtained its internal certificate with an exportable key
      And the certification path of the issuing authority lies in "{chain file}" on every Edge Server
      And the chain has been imported on the first Edge Server each certificate by its type
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface
