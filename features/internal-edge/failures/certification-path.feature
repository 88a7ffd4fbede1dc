# source: 04952-108 04952-118
Feature: Certification path
  Every certificate of the path limits what is below it: its end, its usages, and its revocation list. A finding names
  the certificate that must be replaced.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations
    And the issuing authority is subordinate to a root
    And the pool has been set up

  Rule: The certificate of the authority can expire first

    Background:
      Given the certificates of the issuing authority are valid for 5 more years
      And on every Edge Server, the certificate of the issuing authority ends in 10 days
      And on the internal server, the certificate of the issuing authority ends in 10 days

    # failure: F32d
    Example: Find certificates that will expire
      When the judge looks at the pool and 30 days ahead
      Then the judge finds:
        | finding   | severity | where             |
        | ends-soon | warning  | every Edge Server |
      And the finding "ends-soon" names "{issuing authority}"

    # failure: F32d
    Example: Find nothing in a shorter period
      When the judge looks at the pool and 9 days ahead
      Then the judge finds nothing

    # failure: F32d
    @failure
    Example: The certificate of the authority has expired
      Given 11 days have passed
      When the judge looks at the pool
      Then the judge finds:
        | finding | severity | where             |
        | expired | error    | every Edge Server |
      And the finding "expired" has the cause "authority"
      And the finding "expired" names "{issuing authority}"
      And replication to every Edge Server fails with event 1015 and SEC_E_CERT_EXPIRED

    # failure: F32d
    Example: Import the current certificate of the authority on both sides
      Given 11 days have passed
      And the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on the first Edge Server each certificate by its type
      And the chain has been imported on the second Edge Server each certificate by its type
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

  Rule: An authority can be limited to other usages

    # failure: F38c
    @failure
    Example: The authority is for Client Authentication
      Given on the first Edge Server, the certificate of the issuing authority is for Client Authentication only
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding     | severity | where                 |
        | wrong-usage | error    | the first Edge Server |
      And the finding "wrong-usage" has the cause "authority"
      And the finding "wrong-usage" names "{issuing authority}"

    # failure: F38c
    @failure
    Example: The wizard does not list a certificate below such an authority
      Given on the first Edge Server, the certificate of the issuing authority is for Client Authentication only
      When the internal certificate is assigned on the first Edge Server
      Then it is refused: not-offered
      And nothing has changed

  Rule: The revocation list of each authority must be valid

    # failure: F37c
    @failure
    Example: The list of the root has expired
      Given the revocation list of the root has run out
      And it is assumed that event 33019 follows from an unreachable revocation list
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where             |
        | revocation-unreachable | error    | every Edge Server |
      And the finding "revocation-unreachable" has the cause "outdated"
      And replication to every Edge Server fails with event 33019

    # failure: F37c
    Example: Publish the new list of the root and copy it to the distribution point
      Given the revocation list of the root has run out
      And the revocation list of the root has been published
      And the revocation list of the root has been carried to its distribution point
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

    # failure: F37c
    @failure
    Example: The authority is not allowed to sign lists
      Given on every Edge Server, the certificate of the issuing authority may not sign revocation lists
      And on the internal server, the certificate of the issuing authority may not sign revocation lists
      When the judge looks at the pool
      Then the judge finds:
        | finding                | severity | where             |
        | revocation-unreachable | error    | every Edge Server |
      And the finding "revocation-unreachable" has the cause "invalid"

  Rule: Clients on the Internet trust public roots only

    Background:
      Given the pool has names for its external interface

    # failure: F57b
    @failure
    Example: The internal certificate is used for the external interface
      Given on every Edge Server, the internal certificate is assigned to the external uses
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding                 | severity | where                 |
        | subject-mismatch        | error    | the first Edge Server |
        | not-trusted-on-internet | error    | the first Edge Server |
      And the finding "not-trusted-on-internet" has the cause "private-root"

    # failure: F57b
    Example: The certificate of a public authority is used
      Given it is assumed that the wizard puts the certificates of authorities by their type
      And the external certificate is shared among the servers of the pool
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds nothing
