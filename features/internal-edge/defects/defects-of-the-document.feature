Feature: Defects of the document
  Some sentences of the document fail when they are executed literally. Each rule shows the result of the literal
  text, and a way that works.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  # source: 04952-141 04952-151 04952-157
  Rule: Exporting the root does not export the issuing authority

    Background:
      Given the issuing authority is subordinate to a root
      And the operator is logged on to the internal server as the Lync administrator

    @document-defect
    Example: Export and import the root certificate
      Given the operator has exported the certificate of the root with its certification path
      And the file "{chain file}" has been carried from the internal server to every Edge Server
      And the chain has been imported on every Edge Server as the document says
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: chain-incomplete

    Example: Export and import the issuing authority's certificate
      Given the operator has exported the certificate of the issuing authority with its certification path
      And the file "{chain file}" has been carried from the internal server to every Edge Server
      And the chain has been imported on every Edge Server each certificate by its type
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface

  # source: 04952-172
  # failure: F09
  Rule: A whole chain in Trusted Root breaks mutual TLS since Windows Server 2012

    Background:
      Given the issuing authority is subordinate to a root
      And on every Edge Server, Windows Server 2012 R2 is installed
      And the certification path of the issuing authority is in "{chain file}" on every Edge Server

    @document-defect
    @two-windows-versions
    Example: Import the whole chain into Trusted Root
      Given the chain has been imported on every Edge Server as the document says
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server fails with CERT_E_UNTRUSTEDROOT

    @two-windows-versions
    Example: Import each certificate into the store of its type
      Given the chain has been imported on every Edge Server each certificate by its type
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

  # source: 04952-172
  # failure: F09
  Rule: A whole chain in Trusted Root is harmless on Windows Server 2008 R2

    @document-defect
    @two-windows-versions
    Example: Import the whole chain into Trusted Root of an older server
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And the certification path of the issuing authority is in "{chain file}" on every Edge Server
      And the chain has been imported on every Edge Server as the document says
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

    @two-windows-versions
    Example: Import each certificate into the store of its type on an older server
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

  # source: 04952-173
  Rule: The document ends on the third page of the import wizard

    Background:
      Given the certification path of the issuing authority is in "{chain file}" on every Edge Server

    @document-defect
    Example: Close the wizard on the third page
      When the chain is imported on the first Edge Server without finishing
      Then the first Edge Server does not trust the root of the issuing authority

    Example: Finish the wizard
      When the chain is imported on the first Edge Server each certificate by its type
      Then the first Edge Server trusts the root of the issuing authority

  # source: 04952-179 04952-180
  Rule: The document does not select Edge Internal

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @document-defect
    Example: Request a certificate while another use is selected
      Given the pool has names for its external interface
      When the operator makes a request while another certificate is selected
      Then the request on the first Edge Server is for other names than those of the pool

    Example: Request a certificate for Edge Internal
      When the operator makes a request with an exportable key
      Then the request on the first Edge Server is for:
        | names | {pool} |

  # source: 04952-188 04952-228 04952-229
  # failure: F25
  Rule: The document makes the exportable key optional

    Background:
      Given every Edge Server trusts the issuing authority

    @document-defect
    Example: Leave the box cleared
      Given the first Edge Server has obtained its internal certificate without an exportable key
      When the administrator begins to export the internal certificate on the first Edge Server
      Then exporting its private key is not offered

    Example: Select the box in the wizard
      Given the first Edge Server has obtained its internal certificate with an exportable key
      When the first Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  # source: 04952-230
  # failure: F25
  Rule: The authority cannot make a private key exportable

    Background:
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate without an exportable key

    @document-defect
    Example: Issue the certificate again
      Given the request has been submitted again and its response imported on the first Edge Server
      When the administrator begins to export the internal certificate on the first Edge Server
      Then exporting its private key is not offered

    Example: Request a certificate with an exportable key
      Given the first Edge Server has obtained its internal certificate with an exportable key
      When the first Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  # source: 04952-182 04952-206
  # failure: F48
  Rule: The request and the response have the same extension

    Background:
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the operator is logged on to the first Edge Server as the Edge administrator

    @document-defect
    Example: Import the request file
      When the operator imports the file "{request file}"
      Then it is refused: CRYPT_E_ASN1_BADTAG
      And nothing has changed

    Example: Import the response file
      When the operator imports the file "{response file}"
      Then the first Edge Server holds the private key of its internal certificate

  # source: 04952-105 04952-200
  # failure: F16
  Rule: The document names no template for the request

    Background:
      Given the issuing authority uses templates
      And the first Edge Server has made a request, and it has been carried to the internal server
      And the operator is logged on to the internal server as the Lync administrator

    @document-defect
    Example: Submit the file without a template
      When the operator submits the request without a template
      Then the request is denied: CERTSRV_E_NO_CERT_TYPE

    Example: Submit the file with the template
      Given the issuing authority issues requests at once
      When the operator submits the request with its template
      Then the request is issued

  # source: 04952-116 04952-117 04952-207
  Rule: The overview imports the certificate before the export

    Background:
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with an exportable key

    @document-defect
    Example: Follow the order of the overview
      When the exported file is imported on the second Edge Server with its password
      Then it is refused: file-not-found
      And nothing has changed

    Example: Export the certificate first
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with its password
      Then the second Edge Server holds the private key of its internal certificate

  # source: 04952-220
  # failure: F01
  Rule: The document gives the wrong sign of a missing private key

    Background:
      Given it is assumed that a response without its private key is imported
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server

    @document-defect
    Example: Personal lists a certificate without a private key
      Given the response has been imported on every Edge Server
      When the response is imported on the second Edge Server
      Then the Personal store of the second Edge Server lists the internal certificate
      And the second Edge Server holds no private key of its internal certificate

    Example: The judge distinguishes the two cases
      Given the response has been imported on every Edge Server
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                  |
        | not-assigned        | error    | every Edge Server      |
        | private-key-missing | error    | the second Edge Server |

  # source: 04952-237
  Rule: The document calls the password of the exported file optional

    Background:
      Given it is assumed that a private key is exported with a password only
      And the first Edge Server holds the internal certificate with an exportable private key

    @document-defect
    Example: Leave the password empty
      When the first Edge Server exports the internal certificate with an empty password
      Then it is refused: password-required
      And nothing has changed

    Example: Type a password
      When the first Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  # source: 04952-240 04952-241
  Rule: The document does not remove the file with the private key

    Background:
      Given the administrators have carried out the whole procedure with the issuing authority

    @document-defect
    Example: Leave the file on the server
      When the judge looks at the pool
      Then the judge finds only files with private keys that were left behind

    Example: Remove the file
      Given the exported file is deleted
      When the judge looks at the pool
      Then the judge finds nothing

  # source: 04952-254
  Rule: The final check does not examine the assignment

    Background:
      Given every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server

    @document-defect
    Example: The check passes and one server is not assigned
      When the services on every Edge Server are restarted
      Then the Personal store of every Edge Server lists the internal certificate
      And the second Edge Server presents no certificate for its internal interface

    Example: The certificate is assigned on every server
      When the internal certificate is assigned on the second Edge Server
      Then every Edge Server presents the same certificate for its internal interface

  # source: 04952-178 04952-204
  Rule: This procedure alone never gives the check mark

    Background:
      Given it is assumed that the check mark is for every use
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the administrators have carried out the whole procedure with the issuing authority

    @document-defect
    Example: Complete the procedure
      When the services on every Edge Server are restarted
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    Example: The external certificates are also assigned
      Given the external certificates have been assigned on the first Edge Server
      When the services on every Edge Server are restarted
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark

  # source: 04952-130
  Rule: The Chinese text omits "not"

    @document-defect
    Example: Download the chain on the Edge Server
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator downloads the chain over https
      Then it is refused: web-server-not-found
      And nothing has changed

    Example: Download the chain on an internal server
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over https
      Then the file "{chain file}" on the internal server holds the certification path of the issuing authority
