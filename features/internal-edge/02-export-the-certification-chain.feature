# source: 04952-140
Feature: Export the certification chain with the Certificates snap-in
  If the web site is not available, export the certificates of the authority from the stores of any member of the
  domain.

  Rule: The documented path

    @procedure
    Example: Export the root certificate with its certification path
      # source: 04952-141
      When the operator logs on to the internal server as the Lync administrator
      # source: 04952-142
      And the operator runs "MMC"
      # source: 04952-143
      And on "Console1" the operator fills in:
        | File       | pressed |
        | Add/Remove | pressed |
      # source: 04952-144 04952-145 04952-146 04952-147 04952-148
      And the operator goes through:
        | page                   | control            | value        |
        | Add or Remove Snap-ins | Available snap-ins | Certificates |
        | Add or Remove Snap-ins | Add                | pressed      |
        | Certificates snap-in   | Computer account   | chosen       |
        | Certificates snap-in   | Next               | pressed      |
        | Select Computer        | Local computer     | chosen       |
        | Select Computer        | Finish             | pressed      |
        | Add or Remove Snap-ins | OK                 | pressed      |
      # source: 04952-149 04952-150
      And on "Console1" the operator fills in:
        | Console Root | Certificates (Local Computer)                         |
        | Console Root | Trusted Root Certification Authorities > Certificates |
      # source: 04952-151 04952-152 04952-153
      And on "Console1" the operator fills in:
        | Certificates | {root authority} |
        | All Tasks    | pressed          |
        | Export       | pressed          |
      # source: 04952-154
      And on "Certificate Export Wizard" the operator uses "Next"
      # source: 04952-155 04952-156 04952-157 04952-158
      And on "Export File Format" the operator fills in:
        | Cryptographic Message Syntax Standard – PKCS #7 Certificates (.P7B) | chosen  |
        | Include all certificates in the certification path if possible      | ticked  |
        | Next                                                                | pressed |
      # source: 04952-159 04952-160 04952-161 04952-162
      And the operator goes through:
        | page           | control   | value        |
        | File to Export | Browse    | pressed      |
        | Save As        | File name | {chain file} |
        | Save As        | Save      | pressed      |
        | File to Export | Next      | pressed      |
      # source: 04952-163 04952-164
      And the operator goes through:
        | page                                     | control | value   |
        | Completing the Certificate Export Wizard | Finish  | pressed |
        | The export was successful.               | OK      | pressed |
      # source: 04952-157
      Then the file "{chain file}" on the internal server holds the certificate of "{root authority}"

  Rule: The snap-in offers only the stores that the account may open

    # source: 04952-145
    @failure
    Example: A standard user cannot select the computer account
      Given the operator is logged on to the internal server as an ordinary user
      When the operator opens the certificates of the computer
      Then it is refused: not-available
      And nothing has changed

  Rule: The file contains the path of the exported certificate

    # source: 04952-157
    Example: Export the whole path from the issuing authority's certificate
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator exports the certificate of the issuing authority with its certification path
      Then the file "{chain file}" on the internal server holds the certification path of the issuing authority
