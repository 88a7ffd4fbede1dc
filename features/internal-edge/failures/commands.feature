# source: 04952-193 04952-195
Feature: Commands in a shell
  The operator can type the commands of the wizard. The shell accepts every parameter of a cmdlet, or reports why it
  does not.

  Rule: The shell refuses parameters that it cannot bind

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @failure
    Example: The cmdlet has no such parameter
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint 0000000000000000000000000000000000000000 -Nonsense 5
        """
      Then it is refused: unknown-parameter
      And nothing has changed

    @failure
    Example: An abbreviated parameter is ambiguous
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -O "{request file}"
        """
      Then it is refused: ambiguous-parameter
      And nothing has changed

    Example: An abbreviated parameter is unambiguous
      When the operator types the command:
        """
        Request-CsCertificate -New -Ty Intern -Outp "{request file}" -Priv $True
        """
      Then the request on the first Edge Server is for:
        | names       | {pool}     |
        | private key | exportable |

    @failure
    Example: A required parameter is missing
      When the operator tries the command:
        """
        Import-CsCertificate -PrivateKeyExportable $True
        """
      Then it is refused: missing-parameter
      And nothing has changed

    @failure
    Example: The value of a parameter is missing
      When the operator tries the command:
        """
        Set-CsCertificate -Type -Thumbprint 0000000000000000000000000000000000000000
        """
      Then it is refused: missing-argument
      And nothing has changed

    @failure
    Example: A parameter is given twice
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Type AccessEdgeExternal -Thumbprint 0000000000000000000000000000000000000000
        """
      Then it is refused: repeated-parameter
      And nothing has changed

    @failure
    Example: A name with a space has no quotation marks
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -FriendlyName Edge internal -Output "{request file}"
        """
      Then it is refused: unexpected-argument
      And nothing has changed

    @failure
    Example: The cmdlet does not accept the key size
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -KeySize 3072 -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    @failure
    Example: True is typed without the dollar sign
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -PrivateKeyExportable True -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    @failure
    Example: The parameters belong to different parameter sets
      When the operator tries the command:
        """
        Request-CsCertificate -New -List -Type Internal -Output "{request file}"
        """
      Then it is refused: ambiguous-parameter-set
      And nothing has changed

    @failure
    Example: Other key algorithms are not simulated
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -KeyAlg ECDH_P256 -Output "{request file}"
        """
      Then it is refused: parameter-not-simulated
      And nothing has changed

    # failure: F45
    @failure
    Example: Roll over to a certificate without an effective date
      When the operator tries the command:
        """
        Set-CsCertificate -Type AudioVideoAuthentication -Thumbprint 0000000000000000000000000000000000000000 -Roll
        """
      Then it is refused: roll-without-date
      And nothing has changed

    # failure: F46
    @failure
    Example: A use is given by its title
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type "Edge Internal" -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    # failure: F47
    @failure
    Example: Request a certificate online from the perimeter network
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -CA "{authority configuration}"
        """
      Then it is refused: authority-unreachable
      And nothing has changed

    Example: A command with -WhatIf changes nothing
      When the operator types the command:
        """
        Request-CsCertificate -New -Type Internal -Output "{request file}" -WhatIf
        """
      Then no request is pending on the first Edge Server

  Rule: The command that the wizard shows can be typed

    Background:
      Given it is assumed that the wizard puts the certificates of authorities by their type
      And the external certificates are assigned on the first Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has typed the command:
        """
        Remove-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Force
        """

    Example: Assign a certificate to several uses
      When the operator types the command:
        """
        Set-CSCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication,XmppServer -Thumbprint (Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -eq "External Edge").Thumbprint -Confirm:$false -Report "C:\certs\assigned.html"
        """
      Then the last command on the first Edge Server was:
        """
        Set-CSCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication,XmppServer -Thumbprint (thumbprint) -Confirm:$false -Report "C:\certs\assigned.html"
        assigned (thumbprint) to SIP Access Edge External
        assigned (thumbprint) to Web Conferencing Edge External
        assigned (thumbprint) to A/V Edge External
        assigned (thumbprint) to XMPP Gateway
        """
      And the file "C:\certs\assigned.html" on the first Edge Server is in text form

    @failure
    Example: The command asks for confirmation and gets no answer
      When the operator tries the command:
        """
        Set-CsCertificate -Type AccessEdgeExternal -Thumbprint (Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -eq "External Edge").Thumbprint -Confirm
        """
      Then it is refused: confirmation-needed
      And nothing has changed

    Example: Assign the certificate of another use
      Given the operator has typed the command:
        """
        Set-CsCertificate -Type AccessEdgeExternal -Thumbprint (Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -eq "External Edge").Thumbprint
        """
      When the operator types the command:
        """
        Get-CsCertificate -Type AccessEdgeExternal | Set-CsCertificate -Type DataEdgeExternal
        """
      Then the last command on the first Edge Server was:
        """
        Set-CSCertificate -Type DataEdgeExternal -Thumbprint (thumbprint)
        assigned (thumbprint) to Web Conferencing Edge External
        """

  Rule: certreq needs the authority only to submit a request

    Background:
      Given the issuing authority is subordinate to a root
      And the issuing authority follows the recommendations
      And the first Edge Server has made a request, and the response has been carried back to it

    # failure: F61
    @failure
    Example: Accept the response before the chain is imported
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator tries the command:
        """
        certreq -accept "{response file}"
        """
      Then it is refused: CERT_E_CHAINING
      And nothing has changed

    # failure: F61
    Example: Import the chain before the response is accepted
      Given every Edge Server trusts the issuing authority
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        certreq -accept "{response file}"
        """
      Then the Personal store of the first Edge Server lists the internal certificate
      And no request is pending on the first Edge Server

    @failure
    Example: Accept the response a second time
      Given every Edge Server trusts the issuing authority
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has typed the command:
        """
        certreq -accept "{response file}"
        """
      When the operator tries the command:
        """
        certreq -accept "{response file}"
        """
      Then it is refused: CRYPT_E_NOT_FOUND
      And nothing has changed

  Rule: An assumption determines what PrivateKeyExportable means

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the first Edge Server has exported the internal certificate with its private key
      And the operator is logged on to the second Edge Server as the Edge administrator

    Example: The imported key is exportable
      Given it is assumed that Import-CsCertificate lets the key be exported
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the operator has typed the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}" -PrivateKeyExportable $True
        """
      When the operator types the command:
        """
        certutil -p "{password}" -exportPFX My {certificate serial number} C:\certs\again.pfx
        """
      Then the file "C:\certs\again.pfx" on the second Edge Server holds the private key and the certification path

    Example: The imported key is not exportable
      Given it is assumed that Import-CsCertificate lets the key be read only
      And the operator has typed the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}" -PrivateKeyExportable $True
        """
      When the operator tries the command:
        """
        certutil -p "{password}" -exportPFX My {certificate serial number} C:\certs\again.pfx
        """
      Then it is refused: NTE_BAD_KEY_STATE
      And nothing has changed

  Rule: Running services keep their certificate

    Background:
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And the pool has been set up
      And the operator is logged on to the first Edge Server as the Edge administrator

    Example: Stopped services do not respond
      When the operator types the command:
        """
        Stop-CsWindowsService
        """
      Then replication to the first Edge Server fails with event 1017

    Example: The shell lists stopped services
      Given the operator has typed the command:
        """
        Stop-CsWindowsService
        """
      When the operator types the command:
        """
        Get-CsWindowsService -ExcludeActivityLevel
        """
      Then the command answers:
        """
        Status  Name
        ------  ----
        Stopped RTCSRV
        Stopped RTCDATAPROXY
        Stopped RTCMRAUTH
        Stopped RTCMEDIARELAY
        Stopped REPLICA
        """

    # failure: F56
    @failure
    Example: Starting a running service changes nothing
      Given a separate certificate has been assigned on the first Edge Server
      And the operator has typed the command:
        """
        Start-CsWindowsService
        """
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where                 |
        | restart-needed | warning  | the first Edge Server |

    # failure: F56
    Example: Restarted services use the new certificate
      Given a separate certificate has been assigned on the first Edge Server
      And the operator has typed the command:
        """
        Stop-CsWindowsService
        """
      And the operator has typed the command:
        """
        Start-CsWindowsService
        """
      When the judge looks at the pool
      Then the judge finds nothing
