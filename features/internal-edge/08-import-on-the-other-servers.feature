# source: 04952-246 04952-117
Feature: Import the exported certificate on the other servers of the pool
  The document refers to the page for the external Edge interface. The wizard is the same. Select the box for the
  private key.

  Rule: The documented path

    @procedure
    Example: Import the file with the private key
      Given the pool has another Edge Server
      And the first Edge Server has exported the internal certificate with its private key
      # source: 04952-246
      When the operator logs on to the second Edge Server as the Edge administrator
      # source: 04952-246
      And the operator runs "Deployment Wizard"
      # cannot be taken back: Step 3 shows the name Run again after its first run
      # source: 04952-246
      And on "Deployment Wizard" the operator uses "Run"
      # source: 04952-246
      And on "Available Certificate Tasks" the operator uses "Import a certificate from a .P7b, .pfx or .cer file"
      # source: 04952-207
      And on "Import Certificate" the operator fills in:
        | File name                                           | {exported file} |
        | Certificate file contains certifcate’s private key | ticked          |
        | Password                                            | {password}      |
        | Next                                                | pressed         |
      # cannot be taken back: the private key stays on the server when its certificate is deleted
      # source: 04952-246
      And the operator goes through:
        | page                       | control | value   |
        | Import Certificate Summary | Next    | pressed |
        | Executing Commands         | Finish  | pressed |
      # source: 04952-246 04952-117
      And the operator repeats this procedure on every further Edge Server
      # source: 04952-246
      Then every Edge Server holds the private key of its internal certificate

  Rule: The exported file needs its password and a readable path

    Background:
      Given a pool of 2 Edge Servers behind a load balancer

    # source: 04952-246
    Example: Import a file whose certificates are encrypted with RC2
      Given it is assumed that the certificates of a .pfx are encrypted with RC2
      And the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with its password
      Then every Edge Server holds the private key of its internal certificate

    # source: 04952-246
    Example: Import a file whose certificates are encrypted with Triple DES
      Given it is assumed that the certificates of a .pfx are encrypted with Triple DES
      And the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with its password
      Then every Edge Server holds the private key of its internal certificate

    # source: 04952-207
    @failure
    Example: The password is wrong
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with a wrong password
      Then it is refused: wrong-password
      And nothing has changed

    # source: 04952-241
    # fails at: 04952-207
    @failure
    Example: The other server cannot reach the file
      Given the first Edge Server has exported the internal certificate to the file "C:\certs\edge.pfx"
      And the operator is logged on to the second Edge Server as the Edge administrator
      When the operator imports the file "C:\certs\edge.pfx"
      Then it is refused: file-not-found
      And nothing has changed

    # source: 04952-246
    # failure: F28
    @failure
    Example: The certificate was exported without its key
      Given it is assumed that a response without its private key is imported
      And the first Edge Server has exported the internal certificate without its private key
      And the file "{certificate file}" has been carried from the first Edge Server to the second Edge Server
      And the operator is logged on to the second Edge Server as the Edge administrator
      When the operator imports the file "{certificate file}"
      Then the internal certificate is not offered for assignment on the second Edge Server: private-key-missing

    # source: 04952-241
    # fails at: 04952-207
    @failure
    Scenario Outline: The path "<path>" does not exist
      Given the operator is logged on to the second Edge Server as the Edge administrator
      When the operator imports the file "<path>"
      Then it is refused: <error>
      And nothing has changed

      Examples:
        | path                        | error                |
        | \\\\nowhere\\edge\\edge.pfx | ERROR_BAD_NETPATH    |
        | Q:\\edge.pfx                | ERROR_PATH_NOT_FOUND |

  Rule: The imported certificates can be deleted

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the first Edge Server has exported the internal certificate with its private key
      And the exported file has been imported on the second Edge Server with its password

    # source: 04952-246
    @rollback
    Example: Delete the certificate on the other server
      Given the operator is logged on to the second Edge Server as the Edge administrator
      When the operator types the command:
        """
        certutil -delstore My {certificate serial number}
        """
      Then the Personal store of the second Edge Server does not list the internal certificate

    # source: 04952-246
    @rollback
    Example: Delete the issuing authority's certificate on the other server
      Given the issuing authority is subordinate to a root
      And the operator is logged on to the second Edge Server as the Edge administrator
      When the operator types the command:
        """
        certutil -delstore CA {issuing authority serial number}
        """
      Then the internal certificate is not offered for assignment on the second Edge Server: chain-incomplete
