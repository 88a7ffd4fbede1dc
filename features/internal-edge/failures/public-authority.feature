# source: 04952-108 04952-200
Feature: Policies of public authorities
  A public authority follows rules that change with the date. They limit the lifetime, the names, the usages, the parts of
  the subject and the length of the key.

  Rule: The date of issue determines the maximum lifetime

    # failure: F32c
    @failure
    Scenario Outline: The maximum lifetime becomes shorter
      Given the rehearsal begins on <day> under the public policy "<policy>"
      And the issuing authority follows the recommendations
      And it is assumed that a public authority adds the common name to the alternative names
      And the first Edge Server has made a request, and it has been carried to the internal server
      When the request is sent to a public authority
      Then the certificate in the file "{response file}" on the internal server is valid for <days> days

      Examples:
        | day        | policy       | days |
        | 2026-03-14 | baseline     | 365  |
        | 2026-03-14 | digicert     | 199  |
        | 2026-03-15 | baseline     | 200  |
        | 2026-04-01 | baseline     | 200  |
        | 2026-04-01 | lets-encrypt | 90   |
        | 2027-03-15 | baseline     | 100  |
        | 2028-03-01 | lets-encrypt | 45   |
        | 2029-03-15 | baseline     | 47   |
        | 2029-03-15 | none         | 365  |

  Rule: The date of issue determines the usages

    # failure: F38b
    Example: Client authentication before the change
      Given the rehearsal begins on 2027-03-14 under the public policy "baseline"
      And another program has requested both usages for the name of the pool
      When the request is sent to a public authority
      Then the certificate in the file "{response file}" on the internal server has the usages "serverAuth, clientAuth"

    # failure: F38b
    @failure
    Example: Client authentication after the change
      Given the rehearsal begins on 2027-03-15 under the public policy "baseline"
      And another program has requested both usages for the name of the pool
      When the request is sent to a public authority
      Then the certificate in the file "{response file}" on the internal server has the usages "serverAuth"

    # failure: F38b
    @failure
    Example: The external certificate is requested with client authentication
      Given the rehearsal begins on 2027-03-15 under the public policy "baseline"
      And the pool has names for its external interface
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator types the command:
        """
        Request-CsCertificate -New -Type AccessEdgeExternal -ComputerFqdn "{first Edge Server}" -ClientEKU $True -Output "{request file}"
        """
      And the file "{request file}" has been carried from the first Edge Server to the internal server
      When the request is sent to a public authority
      Then the certificate in the file "{response file}" on the internal server has the usages "serverAuth"

  Rule: A public authority issues only what it can verify

    # failure: F41b
    @failure
    Example: A name of the internal network
      Given the rehearsal begins on 2016-01-01 under the public policy "baseline"
      And another program has requested a name of the internal network
      When the request is sent to a public authority
      Then it is refused: internal-name
      And nothing has changed

    # failure: F17d
    @failure
    Example: A key that is too short
      Given the rehearsal begins on 2016-01-01 under the public policy "baseline"
      And another program has requested a key of 1024 bits
      When the request is sent to a public authority
      Then it is refused: key-too-short
      And nothing has changed

  Rule: A certificate needs alternative names

    # failure: F41b
    Example: The authority adds the common name
      Given the rehearsal begins on 2016-01-01 under the public policy "baseline"
      And the issuing authority follows the recommendations
      And it is assumed that a public authority adds the common name to the alternative names
      And the first Edge Server has made a request, and it has been carried to the internal server
      When the request is sent to a public authority
      Then the certificate in the file "{response file}" on the internal server has the alternative names "{pool}"

    # failure: F41b
    @failure
    Example: The authority refuses the request
      Given the rehearsal begins on 2016-01-01 under the public policy "baseline"
      And the issuing authority follows the recommendations
      And it is assumed that a public authority refuses a request without alternative names
      And the first Edge Server has made a request, and it has been carried to the internal server
      When the request is sent to a public authority
      Then it is refused: alternative-names-missing
      And nothing has changed

  Rule: The next certificate can be valid for a shorter time

    Background:
      Given the rehearsal begins on 2027-02-01 under the public policy "baseline"
      And a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the certificates of the issuing authority are valid for 4 more years

    # failure: F32c
    Example: Check the lifetime at the next renewal
      Given the pool has names for its external interface
      And the pool has been set up
      And the external certificate is shared among the servers of the pool
      And the services on every Edge Server have been restarted
      When the judge looks at the pool and 1 days ahead
      Then the judge finds:
        | finding            | severity | where             |
        | shorter-at-renewal | info     | every Edge Server |
      And the finding "shorter-at-renewal" names "100 days"
