# source: 04952-104 04952-105 04952-106 04952-122 04952-200
Feature: Permissions and decisions of the authority
  The web server, the permissions of the authority, the template and its permissions, the rules of the template, and a
  certificate manager can each refuse a certificate. Each gives a different error.

  Background:
    Given the issuing authority follows the recommendations
    And the first Edge Server has made a request, and it has been carried to the internal server
    And the operator is logged on to the internal server as the Lync administrator

  Rule: The template must be published, readable and named correctly

    # failure: F15
    @failure
    Example: The template is not published
      Given the template of the internal certificate is not published
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_UNSUPPORTED_CERT_TYPE

    # failure: F46
    @failure
    Example: The request gives the template's display name
      Given the issuing authority uses templates
      When the operator submits the request for the template "Web Server (display name)"
      Then the request is denied: CERTSRV_E_UNSUPPORTED_CERT_TYPE
      And its disposition message is:
        """
        Denied by Policy Module  0x80094800, The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: Web Server (display name).
        """

    # failure: F13
    @failure
    Example: The account can enroll and cannot read the template
      Given the template of the internal certificate can be read by no account
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_TEMPLATE_DENIED

    # failure: F16
    @failure
    Example: The request names no template
      Given the issuing authority uses templates
      When the operator submits the request without a template
      Then the request is denied: CERTSRV_E_NO_CERT_TYPE
      And its disposition message is:
        """
        Denied by Policy Module  0x80094801, The request does not contain a certificate template extension or the CertificateTemplate request attribute.
        """

    # failure: F17
    @failure
    Example: The key is shorter than the minimum of the template
      Given the template of the internal certificate demands keys of 4096 bits
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_KEY_LENGTH

  Rule: Only a certificate manager decides on pending requests

    Background:
      Given the issuing authority leaves requests to a certificate manager
      And the operator has submitted the request with its template

    # failure: F18
    Example: A certificate manager issues the certificate
      When the certificate manager issues the request
      Then the request is issued

    # failure: F18
    Example: Retrieve an issued certificate
      Given the certificate manager has issued the request
      When the operator fetches the certificate of the request
      Then the file "{response file}" on the internal server holds a certificate for "{pool}"

    # failure: F18
    @failure
    Example: A pending certificate cannot be retrieved
      When the operator fetches the certificate of the request
      Then the request is under submission
      And nothing has changed

    # failure: F19
    @failure
    Example: A certificate manager denies the request
      When the certificate manager denies the request
      Then the request is denied: CERTSRV_E_ADMIN_DENIED_REQUEST

    # failure: F19
    @failure
    Example: A denied request cannot be issued
      Given the certificate manager has denied the request
      When the certificate manager issues the request
      Then it is refused: CERTSRV_E_BAD_REQUESTSTATUS
      And nothing has changed

    @failure
    Example: An account without the right tries to issue the certificate
      When the ordinary user issues the request
      Then it is refused: not-a-certificate-manager
      And nothing has changed

  Rule: The database contains only submitted requests

    @failure
    Example: Retrieve a request that does not exist
      When the operator fetches the certificate of a request that was never made
      Then it is refused: CERTSRV_E_NO_REQUEST
      And nothing has changed

    # source: 04952-200
    Example: A template can require approval
      Given the template of the internal certificate waits for a certificate manager
      When the operator submits the request with its template
      Then the request is under submission

  Rule: The web site can refuse the request first

    # failure: F20
    @failure
    Example: The site has no https binding
      Given the issuing authority has no https binding
      When the operator asks the site for a new request over http
      Then the site answers "In order to complete certificate enrollment, the Web site for the CA must be configured to use HTTPS authentication."

    # failure: F20
    @failure
    Example: No service listens for https
      Given the issuing authority has no https binding
      When the operator asks the site for a new request over https
      Then it is refused: connection-refused
      And nothing has changed

    # failure: F21
    @failure
    Example: The account is unknown to the domain
      Given the operator is logged on to the internal server as the local administrator
      When the operator asks the site for a new request over https
      Then the site answers "401 - Unauthorized: Access is denied due to invalid credentials."

    # failure: F22
    @failure
    Example: The site does not list a template of version 4
      Given the template of the internal certificate is of version 4
      When the operator asks the site for a new request over https
      Then the site offers no template of the internal certificate

    # failure: F22
    Example: A template of version 4 is available on the command line
      Given the template of the internal certificate is of version 4
      And the server of the issuing authority runs Windows Server 2012
      And the issuing authority issues requests at once
      When the operator submits the request with its template
      Then the request is issued

    # failure: F22
    @failure
    Example: An authority on Windows Server 2008 R2 does not support a template of version 4
      Given the template of the internal certificate is of version 4
      And the server of the issuing authority runs Windows Server 2008 R2
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_UNSUPPORTED_CERT_TYPE

    # failure: F22
    Example: The site lists a template of version 3
      Given it is assumed that certsrv lists templates up to version 3
      And the template of the internal certificate is of version 3
      When the operator asks the site for a new request over https
      Then the site offers the template of the internal certificate

    # failure: F22
    @failure
    Example: The site lists no template of version 3
      Given it is assumed that certsrv lists templates up to version 2
      And the template of the internal certificate is of version 3
      When the operator asks the site for a new request over https
      Then the site offers no template of the internal certificate

    # failure: F22
    Example: The site lists a template of an earlier version
      Given the issuing authority uses templates
      When the operator asks the site for a new request over https
      Then the site offers the template of the internal certificate

    # failure: F23
    @failure
    Example: The account can enroll for no template
      Given the issuing authority uses templates
      And the operator is logged on to the internal server as an ordinary user
      When the operator asks the site for a new request over https
      Then the site answers "No certificate templates could be found. You do not have permission to request a certificate from this CA, or an error occurred while accessing the Active Directory."
