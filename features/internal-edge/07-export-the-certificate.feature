# source: 04952-208
Feature: Export the certificate with its private key
  The servers of a pool present the same certificate. Its private key must be copied from the first server to the
  others, in a file that is protected by a password.

  Rule: The documented path

    @procedure
    Example: Export with the Certificate Export Wizard
      Given the first Edge Server holds the internal certificate with an exportable private key
      And the removable medium, if one is used, is plugged into the first Edge Server
      # source: 04952-209
      When the operator logs on to the first Edge Server as the Edge administrator
      # source: 04952-210
      And the operator runs "MMC"
      # source: 04952-211
      And on "Console1" the operator fills in:
        | File               | pressed |
        | Add/Remove Snap-in | pressed |
      # source: 04952-212
      And on "Add or Remove Snap-ins" the operator fills in:
        | Available snap-ins | Certificates |
        | Add                | pressed      |
      # source: 04952-213 04952-214 04952-215 04952-216 04952-217
      And the operator goes through:
        | page                   | control                                                   | value   |
        | Certificates snap-in   | Computer account                                          | chosen  |
        | Certificates snap-in   | Next                                                      | pressed |
        | Select Computer        | Local computer: (the computer this console is running on) | chosen  |
        | Select Computer        | Finish                                                    | pressed |
        | Add or Remove Snap-ins | OK                                                        | pressed |
      # source: 04952-218 04952-219
      And on "Console1" the operator fills in:
        | Console Root | Certificates (Local Computer) |
        | Console Root | Personal                      |
        | Console Root | Personal > Certificates       |
      # source: 04952-223 04952-224
      And on "Console1" the operator fills in:
        | Certificates | {pool}  |
        | All Tasks    | pressed |
        | Export       | pressed |
      # source: 04952-225 04952-226 04952-227
      And the operator goes through:
        | page                      | control                     | value   |
        | Certificate Export Wizard | Next                        | pressed |
        | Export Private Key        | Yes, export the private key | chosen  |
        | Export Private Key        | Next                        | pressed |
      # source: 04952-231 04952-232 04952-233 04952-234 04952-236
      And on "Export File Formats" the operator fills in:
        | Personal Information Exchange – PKCS#12 (.PFX)                 | chosen   |
        | Include all certificates in the certification path if possible | ticked   |
        | Export all extended properties                                 | ticked   |
        | Delete the private key if the export is successful             | unticked |
        | Next                                                           | pressed  |
      # source: 04952-237 04952-238 04952-239
      And where the page "Password" has a box "Password", the operator selects it
      # source: 04952-237 04952-238 04952-239
      And on "Password" the operator fills in:
        | Password         | {password} |
        | Confirm password | {password} |
        | Next             | pressed    |
      # source: 04952-240 04952-241 04952-242
      And on "File to Export" the operator fills in:
        | File name | {exported file} |
        | Next      | pressed         |
      # source: 04952-243 04952-244
      And on "Completing the Certificate Export Wizard" the operator uses "Finish"
      # source: 04952-245
      And on "The export was successful." the operator uses "OK"
      # source: 04952-208
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  Rule: Only an exportable private key can leave its server

    # source: 04952-228 04952-229 04952-230
    @failure
    Example: The key is not exportable
      Given the first Edge Server holds the internal certificate with a private key that is not exportable
      When the administrator begins to export the internal certificate on the first Edge Server
      Then exporting its private key is not offered

    # source: 04952-229
    Example: Request a new certificate with an exportable key
      Given the first Edge Server holds the internal certificate with a private key that is not exportable
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with an exportable key
      Then the request on the first Edge Server is for:
        | private key | exportable |

  Rule: A certificate without a private key cannot be exported with one

    # source: 04952-220 04952-221 04952-222
    # fails at: 04952-223
    @failure
    Example: The response was never imported
      Given the first Edge Server has made a request, and it has been carried to the internal server
      When the administrator begins to export the internal certificate on the first Edge Server
      Then it is refused: not-offered
      And nothing has changed

    # source: 04952-220
    @failure
    Example: The certificate was imported without its key
      Given a pool of 2 Edge Servers behind a load balancer
      And it is assumed that a response without its private key is imported
      And the first Edge Server has made a request, and the response has been carried back to it
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      And the response has been imported on the second Edge Server
      When the administrator begins to export the internal certificate on the second Edge Server
      Then exporting its private key is not offered

  Rule: The export options determine the contents of the file and of the store

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the first Edge Server holds the internal certificate with an exportable private key

    # source: 04952-234 04952-235
    @failure
    Example: Delete the key after the export
      When the first Edge Server exports the internal certificate and deletes its private key
      Then the first Edge Server holds no private key of its internal certificate

    # source: 04952-235
    Example: Restore the deleted key from the exported file
      Given the first Edge Server has exported the internal certificate and deleted its private key
      When the exported file is imported on the first Edge Server with its password
      Then the first Edge Server holds the private key of its internal certificate

    # source: 04952-237 04952-238
    @failure
    Example: The two passwords differ
      When the first Edge Server exports the internal certificate with two different passwords
      Then it is refused: passwords-differ
      And nothing has changed

    # source: 04952-240
    @failure
    Example: The folder does not exist
      When the first Edge Server exports the internal certificate to the file "C:\no-such-folder\edge.pfx"
      Then it is refused: path-not-found
      And nothing has changed

    # source: 04952-240
    @failure
    Scenario Outline: "<file name>" is not a full path
      When the first Edge Server exports the internal certificate to the file "<file name>"
      Then it is refused: ERROR_INVALID_NAME
      And nothing has changed

      Examples:
        | file name      |
        |                |
        | edge.pfx       |
        | C:\\edge?.pfx  |
        | C:\\\\edge.pfx |

  Rule: The exported file can be deleted

    # source: 04952-243
    @rollback
    Example: Delete the exported file
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is deleted
      Then the first Edge Server holds the private key of its internal certificate
