# language: en
# source: 04952-175
Feature: Request the certificate for the internal interface
  One server asks on behalf of the pool, so its private key
  has to be allowed to travel.

  要求憑證時，私密金鑰
  必須可匯出。

  - one request for each pool
  - one answer from the authority

  Background:
    Given a pool of 3 Edge Servers that trusts the enterprise CA

  Rule: The documented path

    # source: 04952-208
    @procedure
    Example: Request with the Certificate Wizard
      # source: 04952-176 04952-177
      Given on edge01 the operator starts the Deployment Wizard and presses "Run"
      # source: 04952-184 04952-185
      # source: 04952-186 04952-188
      When on "Name and Security Settings" the operator fills in:
        | Friendly name                              | 內部邊緣憑證 |
        | Bit length                                 | 2048         |
        | Mark certificate private key as exportable | ticked       |
      # source: 04952-193
      And on every Edge Server the operator reads:
        """
        <script>alert("summary")</script> & "quoted" text
        """
      # source: 04952-194, 04952-197 04952-196
      And the operator sends the request to the authority
      And the operator closes the wizard

  Rule: A key travels only where it was allowed to <b>travel</b>

    Said once for the whole rule.

    # source: 04952-187
    @failure
    Example: The key is too short for the <script>alert("authority")</script>
      Given the request asks for 1024 bits
      When the operator submits it
      Then the request is refused: key-too-short

    # source: 04952-178
    @document-defect
    Scenario Outline: The button reads <text> on <server>
      Then the button on <server> reads "<text>"

      # source: 04952-180
      Examples:
        | server | text      |
        | edge01 | Run again |
        | edge02 | Run       |

    # source: 04952-175 99999-001
    @failure
    Example: Nothing numbered says this
      Then the pool is as it was

  # source: 04952-182
