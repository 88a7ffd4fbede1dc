# source: 04952-165
Feature: Import the certification chain on every Edge Server
  The internal certificate works only on a server that trusts its root. An Edge Server belongs to no domain and does
  not receive the root automatically. An administrator must import it on each server.

  Rule: The documented path

    @procedure
    Example: Import the chain with the Certificates snap-in
      Given the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      # source: 04952-166
      When the operator runs "mmc"
      # source: 04952-167
      And on "Console1" the operator fills in:
        | File               | pressed |
        | Add/Remove Snap-in | pressed |
      # source: 04952-168
      And on "Add Standalone Snap-ins" the operator fills in:
        | Available snap-ins | Certificates |
        | Add                | pressed      |
      # source: 04952-169
      And on "Certificate snap-in" the operator fills in:
        | Computer account | chosen  |
        | Next             | pressed |
      # source: 04952-170
      And on "Select Computer" the operator fills in:
        | Local computer: (the computer this console is running on) | chosen  |
        | Finish                                                    | pressed |
      # source: 04952-171
      And on "Add or Remove Snap-ins" the operator uses "OK"
      # source: 04952-172
      And on "Console1" the operator fills in:
        | Console Root | Certificates (Local Computer)          |
        | Console Root | Trusted Root Certification Authorities |
        | All Tasks    | pressed                                |
        | Import       | pressed                                |
      # source: 04952-173
      And the operator goes through:
        | page                                     | control   | value        |
        | Certificate Import Wizard                | Next      | pressed      |
        | File to Import                           | File name | {chain file} |
        | File to Import                           | Next      | pressed      |
        | Certificate Store                        | Next      | pressed      |
        | Completing the Certificate Import Wizard | Finish    | pressed      |
        | The import was successful.               | OK        | pressed      |
      # source: 04952-174
      And the operator repeats this procedure on every other Edge Server
      # source: 04952-165
      Then every Edge Server trusts the root of the issuing authority

  Rule: Import the chain once on every server

    # source: 04952-174
    @failure
    Example: The chain is missing on one server
      Given a pool of 3 Edge Servers behind a load balancer
      And the first and second Edge Server trust the issuing authority
      And the first Edge Server has exported the internal certificate without its certification path
      When the exported file is imported on the third Edge Server with its password
      Then the internal certificate is not offered for assignment on the third Edge Server: chain-incomplete

    # source: 04952-174
    Example: Import the chain a second time
      Given the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on the first Edge Server as the document says
      When the chain is imported on the first Edge Server as the document says
      Then nothing has changed

  Rule: The file must be on the server

    # source: 04952-173
    @failure
    Example: The file was not copied to the server
      Given the certification path of the issuing authority is in "{chain file}" on the internal server
      When the chain is imported on the first Edge Server as the document says
      Then it is refused: file-not-found
      And nothing has changed

  Rule: The import can be undone

    # source: 04952-173
    @rollback
    Example: Delete the root certificate from the store
      Given every Edge Server trusts the issuing authority
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        certutil -delstore Root {root serial number}
        """
      Then the first Edge Server does not trust the root of the issuing authority
