# source: 04952-134 04952-200
Feature: Pages and files of the authority's web site
  The site answers each request with a page, a file, or an error that looks like a page. The type of the answer
  determines what arrives on the server.

  Background:
    Given the issuing authority follows the recommendations
    And the first Edge Server has made a request, and it has been carried to the internal server
    And the operator is logged on to the internal server as the Lync administrator

  Rule: The site answers a request with a page

    # failure: F14
    @failure
    Example: The account has no permission to request certificates
      Given it is assumed that a request without the right to request leaves no row
      And only "Enterprise Admins" may request certificates from the issuing authority
      When the operator submits the request on the site
      Then the site answers "Certificate Request Denied"
      And nothing has changed

    # failure: F17
    @failure
    Example: The key is too short
      Given the template of the internal certificate demands keys of 4096 bits
      When the operator submits the request on the site
      Then the site answers "Certificate Request Denied"

    # failure: F18
    Example: The request is pending
      Given the issuing authority leaves requests to a certificate manager
      When the operator submits the request on the site
      Then the site answers "Certificate Pending"

  Rule: The site offers each format of a certificate

    Background:
      Given the operator has submitted the request with its template
      And where the request waits, a certificate manager issues it

    Example: Download the certificate in binary format
      When the operator downloads the certificate of the request in binary form
      Then the file "{response file}" on the internal server is in binary form
      And the file "{response file}" on the internal server holds a certificate for "{pool}"

    Example: Download the certificate in Base64 format
      When the operator downloads the certificate of the request in text form
      Then the file "{response file}" on the internal server is in text form
      And the file "{response file}" on the internal server holds a certificate for "{pool}"

    Example: Download the certificate with its chain
      When the operator downloads the certificate and its chain
      Then the file "{response file}" on the internal server holds a certificate for "{pool}" and its certification path

    # failure: F54
    Example: Download the chain of a certificate from before the renewal
      Given the issuing authority has renewed its certificate with a new key
      When the operator downloads the certificate and its chain
      Then the chain in the file "{response file}" on the internal server leads from the certificate to its root

    # failure: F54
    @failure
    Example: Download the original certificate of a renewed authority
      Given the issuing authority has renewed its certificate with a new key
      When the operator downloads the original certificate of the authority
      Then the file "{response file}" on the internal server holds the certificate of "{issuing authority}"

    Example: Download the revocation list in binary format
      When the operator downloads the revocation list in binary form
      Then the file "{response file}" on the internal server is in binary form

    Example: Download the revocation list in Base64 format
      When the operator downloads the revocation list in text form
      Then the file "{response file}" on the internal server is in text form

  Rule: The site lists the authority's certificates, the newest first

    Example: The authority has one certificate
      Given the operator runs "{certsrv address}"
      When on "Select a task" the operator uses "Download a CA certificate, certificate chain, or CRL"
      Then the site lists these certificates of the authority:
        | Current [{issuing authority}] |

    # failure: F54
    Example: The authority has renewed its certificate
      Given the issuing authority has renewed its certificate with a new key
      And the operator runs "{certsrv address}"
      When on "Select a task" the operator uses "Download a CA certificate, certificate chain, or CRL"
      Then the site lists these certificates of the authority:
        | Current [{issuing authority}(1)] |
        | Previous [{issuing authority}]   |

  Rule: The site answers errors with a page

    # failure: F18
    @failure
    Example: The certificate is still pending
      Given the issuing authority leaves requests to a certificate manager
      And the operator has submitted the request with its template
      When the operator downloads the certificate of the request in binary form
      Then the site answers "Contact your administrator for further assistance."
      And nothing has changed

    # failure: F19
    @failure
    Example: The request does not exist
      Given the operator has submitted the request with its template
      When the operator downloads the certificate of a request that was never made
      Then the site answers "Contact your administrator for further assistance."
      And nothing has changed

    @failure
    Example: The address does not exist
      Given the operator has submitted the request with its template
      When the operator downloads what is not there
      Then the site answers "404 - File or directory not found."
