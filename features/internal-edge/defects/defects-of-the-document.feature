Feature: What the document says, done literally
  The document was written down and never executed. Where its words lead astray, both ways stand here side by side: what
  follows from doing literally what it says, and the way that works.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  # source: 04952-141 04952-151 04952-157
  Rule: Exporting the root "with all certificates in the certification path" carries no issuing authority

    Background:
      Given the issuing authority stands below a root
      And the operator is logged on to the internal server as the Lync administrator

    @document-defect
    Example: The root is exported and imported
      Given the operator has exported the certificate of the root with its certification path
      And the file "{chain file}" has been carried from the internal server to every Edge Server
      And the chain has been imported on every Edge Server as the document says
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: chain-incomplete

    Example: The issuing authority is exported and imported
      Given the operator has exported the certificate of the issuing authority with its certification path
      And the file "{chain file}" has been carried from the internal server to every Edge Server
      And the chain has been imported on every Edge Server each certificate by its type
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then the first Edge Server presents the same certificate for its internal interface

  # source: 04952-172
  # failure: F09
  Rule: Importing a chain of several tiers into Trusted Root breaks mutual TLS since Server 2012

    Background:
      Given the issuing authority stands below a root
      And on every Edge Server, Windows Server 2012 R2 is installed
      And the certification path of the issuing authority lies in "{chain file}" on every Edge Server

    @document-defect
    @two-windows-versions
    Example: Everything goes into Trusted Root
      Given the chain has been imported on every Edge Server as the document says
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server fails with event 32042 and CERT_E_UNTRUSTEDROOT

    @two-windows-versions
    Example: Each certificate goes into the store of its type
      Given the chain has been imported on every Edge Server each certificate by its type
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

  # source: 04952-172
  # failure: F09
  Rule: On Windows Server 2008 R2 the same import is harmless

    @document-defect
    @two-windows-versions
    Example: Everything goes into Trusted Root of an older server
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And the certification path of the issuing authority lies in "{chain file}" on every Edge Server
      And the chain has been imported on every Edge Server as the document says
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

    @two-windows-versions
    Example: Each certificate goes into the store of its type on an older server as well
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with an exportable key
      When the internal certificate is assigned on the first Edge Server
      Then replication to the first Edge Server is up to date

  # source: 04952-173
  Rule: The import ends on its third page

    Background:
      Given the certification path of the issuing authority lies in "{chain file}" on every Edge Server

    @document-defect
    Example: The wizard is left where the document stops
      When the chain is imported on the first Edge Server without finishing
      Then the first Edge Server does not trust the root of the issuing authority

    Example: The wizard is finished
      When the chain is imported on the first Edge Server each certificate by its type
      Then the first Edge Server trusts the root of the issuing authority

  # source: 04952-179 04952-180
  Rule: The request never selects Edge Internal

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @document-defect
    Example: Another certificate is selected when the request begins
      Given the pool has names for its external interface
      When the operator makes a request while another certificate is selected
      Then the request on the first Edge Server is for other names than those of the pool

    Example: Edge Internal is selected
      When the operator makes a request with an exportable key
      Then the request on the first Edge Server is for:
        | names | {pool} |

  # source: 04952-188 04952-228 04952-229
  # failure: F25
  Rule: "If the certificate needs to be exportable" is no if in a pool

    Background:
      Given every Edge Server trusts the issuing authority

    @document-defect
    Example: The box is left alone
      Given the first Edge Server has obtained its internal certificate without an exportable key
      When the administrator begins to export the internal certificate on the first Edge Server
      Then exporting its private key is not offered

    Example: The box is ticked in the wizard
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
    Example: The authority issues the certificate once more
      Given the request has been submitted again and its response imported on the first Edge Server
      When the administrator begins to export the internal certificate on the first Edge Server
      Then exporting its private key is not offered

    Example: A new request is made with an exportable key
      Given the first Edge Server has obtained its internal certificate with an exportable key
      When the first Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  # source: 04952-182 04952-206
  # failure: F48
  Rule: Request and response share the extension .cer

    Background:
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the operator is logged on to the first Edge Server as the Edge administrator

    @document-defect
    Example: The file of the request is taken for the certificate
      When the operator imports the file "{request file}"
      Then it is refused: CRYPT_E_ASN1_BADTAG
      And nothing has changed

    Example: The file of the response is taken
      When the operator imports the file "{response file}"
      Then the first Edge Server holds the private key of its internal certificate

  # source: 04952-105 04952-200
  # failure: F16
  Rule: "Submit this file" names no template

    Background:
      Given the issuing authority uses templates
      And the first Edge Server has made a request, and it has been carried to the internal server
      And the operator is logged on to the internal server as the Lync administrator

    @document-defect
    Example: The file is submitted as it is
      When the operator submits the request without a template
      Then the request is denied: CERTSRV_E_NO_CERT_TYPE

    Example: The file is submitted with the template
      Given the issuing authority issues requests at once
      When the operator submits the request with its template
      Then the request is issued

  # source: 04952-116 04952-117 04952-207
  Rule: The certificate is to be imported on the other servers before it was exported

    Background:
      Given every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with an exportable key

    @document-defect
    Example: The order of the overview is followed
      When the exported file is imported on the second Edge Server with its password
      Then it is refused: file-not-found
      And nothing has changed

    Example: The export comes first
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with its password
      Then the second Edge Server holds the private key of its internal certificate

  # source: 04952-220
  # failure: F01
  Rule: "No certificate in Personal" is not the sign of a missing private key

    Background:
      Given it is assumed that a response without its private key is imported
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server

    @document-defect
    Example: A certificate lies in Personal and has no private key
      Given the response has been imported on every Edge Server
      When the response is imported on the second Edge Server
      Then the Personal store of the second Edge Server lists the internal certificate
      And the second Edge Server holds no private key of its internal certificate

    Example: The judge tells them apart
      Given the response has been imported on every Edge Server
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                  |
        | not-assigned        | error    | every Edge Server      |
        | private-key-missing | error    | the second Edge Server |

  # source: 04952-237
  Rule: The password of the exported file is called optional

    Background:
      Given it is assumed that a private key is exported with a password only
      And the first Edge Server holds the internal certificate with an exportable private key

    @document-defect
    Example: The password is left empty
      When the first Edge Server exports the internal certificate with an empty password
      Then it is refused: password-required
      And nothing has changed

    Example: A password is typed
      When the first Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the first Edge Server holds the private key and the certification path

  # source: 04952-240 04952-241
  Rule: Nothing is said of the file with the private key once it has served its purpose

    Background:
      Given the administrators have carried out the whole procedure with the issuing authority

    @document-defect
    Example: The file is left where it is
      When the judge looks at the pool
      Then the judge finds only files with private keys that were left behind

    Example: The file is put away
      Given the exported file is deleted
      When the judge looks at the pool
      Then the judge finds nothing

  # source: 04952-254
  Rule: The final check looks at what is listed and not at what is assigned

    Background:
      Given every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server

    @document-defect
    Example: The check passes although a server was left out
      When the services on every Edge Server are started anew
      Then the Personal store of every Edge Server lists the internal certificate
      And the second Edge Server presents no certificate for its internal interface

    Example: Every server has it assigned
      When the internal certificate is assigned on the second Edge Server
      Then every Edge Server presents the same certificate for its internal interface

  # source: 04952-178 04952-204
  Rule: The check mark never shows after this procedure alone

    Background:
      Given it is assumed that the check mark is for every use
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the administrators have carried out the whole procedure with the issuing authority

    @document-defect
    Example: The procedure is complete
      When the services on every Edge Server are started anew
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    Example: The external certificates are assigned as well
      Given the external certificates have been assigned on the first Edge Server
      When the services on every Edge Server are started anew
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark

  # source: 04952-130
  Rule: The Chinese text loses its "not" and sends the reader to the Edge Server

    @document-defect
    Example: The chain is downloaded on the Edge Server
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator downloads the chain over https
      Then it is refused: web-server-not-found
      And nothing has changed

    Example: The chain is downloaded on an internal server
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over https
      Then the file "{chain file}" on the internal server holds the certification path of the issuing authority
