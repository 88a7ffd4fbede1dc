# source: 04952-179 04952-193 04952-195
Feature: Commands and logs of the Certificate Wizard
  The wizard runs a command of the Lync Server Management Shell and writes a log. Both show an error before the
  authority reports it.

  Rule: The wizard shows its command and its log

    # source: 04952-194 04952-195
    Example: Create a request
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the additional name "edge-internal.example.net"
      Then the last command on the first Edge Server was:
        """
        Request-CSCertificate -New -Type Internal -ComputerFqdn "{first Edge Server}" -FriendlyName "{friendly name}" -KeySize {bit length} -PrivateKeyExportable $True -Organization "{organization}" -OU "{organizational unit}" -Country "{country}" -State "{state}" -City "{city}" -DomainName "edge-internal.example.net" -Output "{request file}" -Report "(report)"
        created a private key of {bit length} bits
        wrote the certificate request to {request file}
        """

    # source: 04952-183 04952-194
    Example: Create a request with an alternate template
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the alternate template "WebServerManual"
      Then the last command on the first Edge Server was:
        """
        Request-CSCertificate -New -Type Internal -ComputerFqdn "{first Edge Server}" -Template "WebServerManual" -FriendlyName "{friendly name}" -KeySize {bit length} -PrivateKeyExportable $True -Organization "{organization}" -OU "{organizational unit}" -Country "{country}" -State "{state}" -City "{city}" -Output "{request file}" -Report "(report)"
        created a private key of {bit length} bits
        wrote the certificate request to {request file}
        """

    # source: 04952-206
    Example: Import a response
      Given the first Edge Server has made a request, and the response has been carried back to it
      And every Edge Server trusts the issuing authority
      When the response is imported on the first Edge Server
      Then the last command on the first Edge Server was:
        """
        Import-CSCertificate -Path "{response file}" -Report "(report)"
        imported 1 certificate(s) from {response file}, the first with thumbprint (thumbprint)
        private key: found
        """

    # source: 04952-202
    @failure
    Example: Import the response to another server's request
      Given a pool of 2 Edge Servers behind a load balancer
      And it is assumed that a response without its private key is imported
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      When the response is imported on the second Edge Server
      Then the last command on the second Edge Server was:
        """
        Import-CSCertificate -Path "{response file}" -Report "(report)"
        imported 1 certificate(s) from {response file}, the first with thumbprint (thumbprint)
        private key: not found on this server
        """

    # source: 04952-207 04952-241
    Example: Import a certificate with its private key
      Given a pool of 1 Edge Server
      And it is assumed that the imported private key may be exported again
      And the first Edge Server holds the internal certificate with an exportable private key
      And the first Edge Server has exported the internal certificate without its certification path
      When the exported file is imported on the first Edge Server with its password
      Then the last command on the first Edge Server was:
        """
        Import-CSCertificate -Path "{exported file}" -Password ******** -PrivateKeyExportable $True -Report "(report)"
        imported 1 certificate(s) from {exported file}, the first with thumbprint (thumbprint)
        private key: found
        """

    # source: 04952-252 04952-253
    Example: Assign a certificate
      Given every Edge Server holds the internal certificate
      When the internal certificate is assigned on the first Edge Server
      Then the last command on the first Edge Server was:
        """
        Set-CSCertificate -Type Internal -Thumbprint (thumbprint) -Confirm:$false -Report "(report)"
        assigned (thumbprint) to Edge Internal
        """

    Example: Start the services
      Given every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server
      When the services on the first Edge Server are restarted
      Then the last command on the first Edge Server was:
        """
        Start-CsWindowsService
        services started
        """

  Rule: The wizard requires valid entries

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    # source: 04952-181
    @failure
    Example: Send the request immediately
      When the operator makes a request that is sent at once
      Then it is refused: authority-unreachable
      And nothing has changed

    # source: 04952-182
    @failure
    Example: Leave the file name empty
      When the operator makes a request into the file ""
      Then it is refused: invalid-path
      And nothing has changed

  Rule: An assumption determines when Step 3 counts as run

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    # source: 04952-203
    Example: Opening the wizard counts
      Given it is assumed that opening Step 3 counts as running it
      When the operator opens Step 3 of the Deployment Wizard and cancels it
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    # source: 04952-203
    Example: Opening the wizard does not count
      Given it is assumed that opening Step 3 does not count as running it
      When the operator opens Step 3 of the Deployment Wizard and cancels it
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run" without a check mark

  Rule: The check mark requires usable certificates

    Background:
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And it is assumed that the wizard puts the certificates of authorities by their type
      And every Edge Server holds the internal certificate

    # source: 04952-178
    Example: The check mark depends on the internal certificate only
      Given it is assumed that the check mark is for the internal certificate alone
      When the internal certificate is assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark

    # source: 04952-178
    @failure
    Example: The internal certificate is not assigned
      Given it is assumed that the check mark is for the internal certificate alone
      When the external certificates are assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    # source: 04952-178
    @failure
    Example: The internal certificate has expired
      Given it is assumed that the check mark is for the internal certificate alone
      And the internal certificate has been assigned on the first Edge Server
      When 2000 days pass
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

  Rule: The Management Shell accepts only names from the topology

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @failure
    Example: Request a certificate for an unknown computer
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -ComputerFqdn "nobody.{domain}" -Output "{request file}"
        """
      Then it is refused: unknown-edge-server
      And nothing has changed

    @failure
    Example: Assign a missing certificate
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint 0000000000000000000000000000000000000000
        """
      Then it is refused: no-such-certificate
      And nothing has changed
