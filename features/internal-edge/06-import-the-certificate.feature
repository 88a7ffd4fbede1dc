# source: 04952-201
Feature: Import the certificate on the server that made the request
  On the first Edge Server, the response is linked to the private key of its request. On any other server, it is a
  certificate without a private key.

  Rule: The documented path

    @procedure
    Example: Import the response with the Certificate Wizard
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      # source: 04952-202
      When the operator logs on to the first Edge Server as the Edge administrator
      # source: 04952-203
      And the operator runs "Deployment Wizard"
      # source: 04952-203
      And on "Deployment Wizard" the operator uses "Run again"
      # source: 04952-205
      And on "Available Certificate Tasks" the operator uses "Import a certificate from a .P7b, .pfx or .cer file"
      # cannot be taken back: a completed request does not become pending again, and its private key stays on the server
      # source: 04952-206
      And the operator goes through:
        | page                       | control   | value           |
        | Import Certificate         | File name | {response file} |
        | Import Certificate         | Next      | pressed         |
        | Import Certificate Summary | Next      | pressed         |
        | Executing Commands         | Finish    | pressed         |
      # source: 04952-204
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark
      # source: 04952-201
      And the first Edge Server holds the private key of its internal certificate

  Rule: The response belongs to the server that made the request

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it

    # source: 04952-202 04952-220 04952-221
    @failure
    Example: The response is imported on another server
      Given it is assumed that a response without its private key is imported
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      When the response is imported on the second Edge Server
      Then the internal certificate is not offered for assignment on the second Edge Server: private-key-missing

    # source: 04952-202
    # fails at: 04952-206
    @failure
    Example: The account is not an administrator of the server
      Given the operator is logged on to the first Edge Server as an ordinary user
      When the operator imports the file "{response file}"
      Then it is refused: not-an-administrator
      And nothing has changed

    # source: 04952-206
    @failure
    Example: The request file is imported instead of the response
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator imports the file "{request file}"
      Then it is refused: not-a-certificate
      And nothing has changed

    # source: 04952-206
    Example: Import the response a second time
      Given the response has been imported on the first Edge Server
      When the response is imported on the first Edge Server
      Then nothing has changed

  Rule: The file type determines the required fields

    Background:
      Given a pool of 2 Edge Servers behind a load balancer

    # source: 04952-127
    Example: A .p7b response contains its certification path
      Given the issuing authority follows the recommendations
      And it is assumed that a public authority adds the common name to the alternative names
      And the first Edge Server has made a request, and a public authority has answered with a .p7b file
      When the response is imported on the first Edge Server
      Then the first Edge Server holds the private key of its internal certificate

    # source: 04952-128 04952-207
    @failure
    Example: The private key box is cleared for a .pfx file
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server without a password
      Then it is refused: password-required
      And nothing has changed

  Rule: An imported certificate can be deleted

    # source: 04952-206
    @rollback
    Example: Delete the certificate from the Personal store
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the response has been imported on the first Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        certutil -delstore My {certificate serial number}
        """
      Then the Personal store of the first Edge Server does not list the internal certificate
