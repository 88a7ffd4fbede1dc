# source: 04952-106 04952-200
Feature: Limits of the authority
  The authority parses a request before it looks at templates and permissions. Its registry, its service and the
  authorities above it set further limits.

  Background:
    Given the issuing authority follows the recommendations
    And the issuing authority issues requests at once
    And the first Edge Server has made a request, and it has been carried to the internal server
    And the operator is logged on to the internal server as the Lync administrator

  Rule: The parts of a subject have a maximum length

    # failure: F17b
    @failure
    Example: The organizational unit is too long
      Given the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has made a request with an organizational unit of 93 characters
      And the file "{request file}" has been carried from the first Edge Server to the internal server
      And the operator is logged on to the internal server as the Lync administrator
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_BAD_REQUESTSUBJECT
      And the issuing authority logs event 22 with CERTSRV_E_BAD_REQUESTSUBJECT

    # failure: F17b
    @failure
    Example: The country is not a code of two letters
      Given another program has written the country in full
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_BAD_REQUESTSUBJECT
      And its disposition message is:
        """
        Error Parsing Request  The request subject name is invalid or too long. 0x80094001 (-2146877439 CERTSRV_E_BAD_REQUESTSUBJECT)
        """

    # failure: F17b
    Example: Turn off the limits
      Given another program has written the country in full
      And the issuing authority does not enforce the lengths of names
      When the operator submits the request with its template
      Then the request is issued

    # failure: F17b
    Example: Turn off the limits in the registry
      Given another program has written the country in full
      And the operator is logged on to the server of the issuing authority as the Lync administrator
      And the operator types the command:
        """
        certutil -setreg CA\EnforceX500NameLengths 0
        """
      And the service of the issuing authority has been restarted
      And the operator is logged on to the internal server as the Lync administrator
      When the operator submits the request with its template
      Then the request is issued

  Rule: A request needs a name that is not the authority's

    # failure: F17b
    @failure
    Example: The request has the subject of the authority
      Given another program has requested the name of the authority
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_BAD_REQUESTSUBJECT

    # failure: F17b
    @failure
    Example: The request has neither a subject nor alternative names
      Given another program has requested no name at all
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_BAD_REQUESTSUBJECT

    # failure: F17b
    Example: The request has alternative names only
      Given another program has requested alternative names only
      When the operator submits the request with its template
      Then the request is issued

  Rule: An extension has a maximum size

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has made a request with 300 additional names
      And the file "{request file}" has been carried from the first Edge Server to the internal server
      And the operator is logged on to the internal server as the Lync administrator

    # failure: F17c
    @failure
    Example: The request has 300 alternative names
      When the operator submits the request with its template
      Then the request is denied: JET_errColumnTooBig
      And its disposition message is:
        """
        Error Parsing Request  The length of the field exceeds the maximum length. 0xc80005e2 (ESE: -1506 JET_errColumnTooBig)
        """

    # failure: F17c
    Example: Increase the maximum size of extensions
      Given the issuing authority has expanded the size of extensions
      When the operator submits the request with its template
      Then the request is issued

  Rule: The shortest of three limits determines the lifetime

    Background:
      Given the certificates of the issuing authority are valid for 5 more years
      And the template of the internal certificate gives certificates for 5 years

    # failure: F32b
    @failure
    Example: The template allows a longer lifetime than the registry
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 2 years

    # failure: F32b
    Example: The registry and the template allow the same lifetime
      Given the issuing authority gives no certificate more than 5 years
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 5 years

    # failure: F32b
    Example: The registry gives the lifetime in months
      Given the issuing authority gives no certificate more than 18 months
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 18 months

    # failure: F32b
    Example: The template allows a shorter lifetime than the registry
      Given the template of the internal certificate gives certificates for 90 days
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 90 days

    # failure: F32b
    Example: Change the registry and restart the service
      Given the operator is logged on to the server of the issuing authority as the Lync administrator
      And the operator types the command:
        """
        certutil -setreg CA\ValidityPeriodUnits 5
        """
      And the service of the issuing authority has been restarted
      And the operator is logged on to the internal server as the Lync administrator
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 5 years

    # failure: F32b
    @failure
    Example: Change the registry without a restart
      Given the operator is logged on to the server of the issuing authority as the Lync administrator
      And the operator types the command:
        """
        certutil -setreg CA\ValidityPeriodUnits 5
        """
      And the operator is logged on to the internal server as the Lync administrator
      When the operator submits the request with its template
      Then the certificate in the file "{response file}" on the internal server is valid for 2 years

  Rule: The service checks its certificate when it starts

    Background:
      Given the issuing authority is subordinate to a root
      And the revocation list of the root has run out

    # failure: F18b
    @failure
    Example: The revocation list of the root has expired
      When the service of the issuing authority is restarted
      Then the service of the issuing authority does not run
      And the issuing authority logs event 100 with CRYPT_E_REVOCATION_OFFLINE

    # failure: F18b
    @failure
    Example: An authority with a stopped service does not answer requests
      Given the service of the issuing authority has been restarted
      When the operator submits the request with its template
      Then it is refused: RPC_S_SERVER_UNAVAILABLE
      And nothing has changed

    # failure: F18b
    @failure
    Example: The web site of an authority with a stopped service
      Given the service of the issuing authority has been restarted
      And the operator is logged on to the internal server as the Lync administrator
      When the operator asks the site for a new request over https
      Then the site answers "An unexpected error has occurred: The Certification Authority Service has not been started. The RPC server is unavailable. 0x800706ba (-2147023174 RPC_S_SERVER_UNAVAILABLE)"

    # failure: F18b
    @failure
    Example: The new list is published and not copied
      Given the revocation list of the root has been published
      When the service of the issuing authority is restarted
      Then the service of the issuing authority does not run

    # failure: F18b
    Example: The new list is published and copied
      Given the revocation list of the root has been published
      And the revocation list of the root has been carried to its distribution point
      When the service of the issuing authority is restarted
      Then the service of the issuing authority runs

    # failure: F18b
    Example: The service ignores an unreachable list
      Given the operator is logged on to the server of the issuing authority as the Lync administrator
      And the operator types the command:
        """
        certutil -setreg CA\CRLFlags +CRLF_REVCHECK_IGNORE_OFFLINE
        """
      When the service of the issuing authority is restarted
      Then the service of the issuing authority runs

  Rule: A template can take the names from the directory

    # failure: F22b
    @failure
    Example: The account has no DNS name
      Given the template of the internal certificate takes the names from the directory
      When the operator submits the request with its template
      Then the request is denied: CERTSRV_E_SUBJECT_DNS_REQUIRED

    # failure: F22b
    @failure
    Example: The site does not list a template that takes the names from the directory
      Given the template of the internal certificate takes the names from the directory
      When the operator asks the site for a new request over https
      Then the site offers no template of the internal certificate
