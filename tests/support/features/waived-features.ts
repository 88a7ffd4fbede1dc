/** A feature with several waivers, one of them until the end of January 2027. */
export const WAIVED = `Feature: The chain is fetched
  It is fetched where the web site of the authority is reached.

  # source: 04952-138
  # waived until 2027-01-31: the authority is being moved
  @waived
  Example: The path ends in a root
    Given the operator is logged on to the internal server as the Lync administrator
    When the operator downloads the chain over https
    Then the file "{chain file}" on the internal server holds the certification path of the issuing authority

  # source: 04952-133
  @failure
  Example: http instead of https
    Given the web site of the issuing authority requires https
    And the operator is logged on to the internal server as the Lync administrator
    When the operator downloads the chain over http
    Then it is refused: https-required

  # waived: nobody may touch an Edge Server this week
  @waived
  Rule: From an Edge Server it is not reached

    # source: 04952-130
    @failure
    Example: The download is tried on an Edge Server
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator downloads the chain over https
      Then it is refused: web-server-not-found
`;

/** Noon of two days: one on which everything is waived, and one after the first waiver has ended. */
export const WHILE_WAIVED = { SOURCE_DATE_EPOCH: `${Date.UTC(2027, 0, 31, 12) / 1000}` };
export const AFTERWARDS = { SOURCE_DATE_EPOCH: `${Date.UTC(2027, 1, 1, 12) / 1000}` };
