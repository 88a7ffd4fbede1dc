# source: 04952-200
Feature: Submit the request to the authority
  The document does not say how the request reaches the authority. The two usual ways are the authority's web site and
  the command certreq, both on an internal server.

  Rule: Submit on the web site

    @procedure
    Example: Submit the request with certsrv
      Given the first Edge Server has made a request, and it has been carried to the internal server
      # source: 04952-200
      When the operator logs on to the internal server as the Lync administrator
      # source: 04952-200
      And the operator runs "{certsrv address}"
      # source: 04952-200
      And the operator goes through:
        | page                         | control                                                                                                                                                        | value   |
        | Select a task                | Request a certificate                                                                                                                                          | pressed |
        | Request a Certificate        | advanced certificate request                                                                                                                                   | pressed |
        | Advanced Certificate Request | Submit a certificate request by using a base-64-encoded CMC or PKCS #10 file, or submit a renewal request by using a base-64-encoded PKCS #7 file. | pressed |
      # source: 04952-200
      And the operator pastes the content of "{request file}" into "Base-64-encoded certificate request (CMC or PKCS #10 or PKCS #7)"
      # source: 04952-200 04952-105
      And the operator selects the template "{template}" where the authority has templates
      # cannot be taken back: the authority keeps an issued certificate and can only revoke it
      # source: 04952-200
      And on "Submit a Certificate Request or Renewal Request" the operator uses "Submit >"
      # source: 04952-200
      And where the request waits, a certificate manager issues it
      # source: 04952-200
      And the operator goes through:
        | page               | control              | value   |
        | Certificate Issued | Base 64 encoded      | chosen  |
        | Certificate Issued | Download certificate | pressed |
      # source: 04952-200
      And the operator goes through:
        | page          | control   | value           |
        | File Download | Save      | pressed         |
        | Save As       | File name | {response file} |
        | Save As       | Save      | pressed         |
      # source: 04952-200
      And the file "{response file}" is carried from the internal server to the first Edge Server
      # source: 04952-200
      Then the file "{response file}" on the first Edge Server holds a certificate for "{pool}"

  Rule: Submit on the command line

    @procedure
    Example: Submit the request with certreq
      Given the first Edge Server has made a request, and it has been carried to the internal server
      # source: 04952-200
      When the operator logs on to the internal server as the Lync administrator
      # cannot be taken back: the authority keeps an issued certificate and can only revoke it
      # source: 04952-200 04952-105
      And the operator types the command:
        """
        certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" "{request file}" "{response file}"
        """
      # source: 04952-200
      And where the request waits, a certificate manager issues it
      # source: 04952-200
      And the file "{response file}" is carried from the internal server to the first Edge Server
      # source: 04952-200
      Then the file "{response file}" on the first Edge Server holds a certificate for "{pool}"

  Rule: An account needs two permissions to get a certificate

    Background:
      Given the first Edge Server has made a request, and it has been carried to the internal server
      And the operator is logged on to the internal server as the Lync administrator

    # source: 04952-104 04952-106
    # failure: F13
    @failure
    Example: The group RTCUniversalServerAdmins has no Enroll permission
      Given only "Enterprise Admins" may enroll for the template "{template}"
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_TEMPLATE_DENIED

    # source: 04952-106
    Example: The group RTCUniversalServerAdmins has the Enroll permission
      Given the issuing authority issues requests at once
      And only "RTCUniversalServerAdmins" may enroll for the template "{template}"
      When the operator submits the request with its template
      Then the request is issued

    # source: 04952-106
    Example: The file of a request that waits on the server is submitted again
      Given the authority has not answered the request that waits on the first Edge Server, and its file is on the internal server
      And the issuing authority issues requests at once
      And only "RTCUniversalServerAdmins" may enroll for the template "{template}"
      When the operator submits the request with its template
      Then the request is issued

    # source: 04952-122
    # failure: F14
    @failure
    Example: Authenticated users have no permission to request certificates
      Given it is assumed that a request without the right to request leaves no row
      And only "Enterprise Admins" may request certificates from the issuing authority
      When the operator submits the request with its template
      Then it is refused: CERTSRV_E_ENROLL_DENIED
      And nothing has changed

    # source: 04952-122
    # failure: F14
    @failure
    Example: The database records the request of an account without permission
      Given it is assumed that a request without the right to request leaves a row
      And only "Enterprise Admins" may request certificates from the issuing authority
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_ENROLL_DENIED

    # source: 04952-105
    @failure
    Example: Submit the request without a template
      Given the issuing authority uses templates
      When the operator submits the request without a template
      Then the request is denied: CERTSRV_E_NO_CERT_TYPE

    # source: 04952-122 04952-106
    @failure
    Example: Permission to request does not include permission to enroll
      Given the operator is logged on to the internal server as an ordinary user
      And only "RTCUniversalServerAdmins" may enroll for the template "{template}"
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_TEMPLATE_DENIED

  Rule: A request can need approval

    # source: 04952-200
    Example: A certificate manager must approve the request
      Given the first Edge Server has made a request, and it has been carried to the internal server
      And the operator is logged on to the internal server as the Lync administrator
      And the issuing authority leaves requests to a certificate manager
      When the operator submits the request with its template
      Then the request is under submission

  Rule: The wizard can read the response of the authority

    # source: 04952-127
    Example: A public authority responds with a .p7b file
      Given the issuing authority follows the recommendations
      And it is assumed that a public authority adds the common name to the alternative names
      And the first Edge Server has made a request, and it has been carried to the internal server
      When the request is sent to a public authority
      Then the file "{response file}" on the internal server holds a certificate for "{pool}" and its certification path

  Rule: An issued certificate can be revoked

    Background:
      Given the first Edge Server has made a request, and the response has been carried back to it

    # source: 04952-200
    @rollback
    Example: Revoke the certificate
      When the certificate manager revokes the internal certificate
      Then the request is revoked

    # source: 04952-200
    @rollback
    Example: Delete the response file
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        del "{response file}"
        """
      Then there is no file "{response file}" on the first Edge Server
