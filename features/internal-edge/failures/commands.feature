# source: 04952-193 04952-195
Feature: Commands that are typed
  What the wizard does can be typed as well. The shell takes every parameter that the cmdlet has, or says why not.

  Rule: The shell binds every parameter, or refuses

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @failure
    Example: A parameter that the cmdlet does not have
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint 0000000000000000000000000000000000000000 -Nonsense 5
        """
      Then it is refused: unknown-parameter
      And nothing has changed

    @failure
    Example: A parameter that is cut too short
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -O "{request file}"
        """
      Then it is refused: ambiguous-parameter
      And nothing has changed

    Example: A parameter that is cut, and still clear
      When the operator types the command:
        """
        Request-CsCertificate -New -Ty Intern -Outp "{request file}" -Priv $True
        """
      Then the request on the first Edge Server is for:
        | names       | {pool}     |
        | private key | exportable |

    @failure
    Example: A parameter that the cmdlet needs is missing
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
    Example: A parameter is typed twice
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Type AccessEdgeExternal -Thumbprint 0000000000000000000000000000000000000000
        """
      Then it is refused: repeated-parameter
      And nothing has changed

    @failure
    Example: A name with a space is typed without quotes
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -FriendlyName Edge internal -Output "{request file}"
        """
      Then it is refused: unexpected-argument
      And nothing has changed

    @failure
    Example: A key size that the cmdlet does not have
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -KeySize 3072 -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    @failure
    Example: True is written as a word
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -PrivateKeyExportable True -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    @failure
    Example: It is not said which kind of call is meant
      When the operator tries the command:
        """
        Request-CsCertificate -New -List -Type Internal -Output "{request file}"
        """
      Then it is refused: ambiguous-parameter-set
      And nothing has changed

    @failure
    Example: A key of another kind is not simulated
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -KeyAlg ECDH_P256 -Output "{request file}"
        """
      Then it is refused: parameter-not-simulated
      And nothing has changed

    # failure: F45
    @failure
    Example: A certificate is to take over, and no date is given
      When the operator tries the command:
        """
        Set-CsCertificate -Type AudioVideoAuthentication -Thumbprint 0000000000000000000000000000000000000000 -Roll
        """
      Then it is refused: roll-without-date
      And nothing has changed

    # failure: F46
    @failure
    Example: A use is typed by its title
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type "Edge Internal" -Output "{request file}"
        """
      Then it is refused: invalid-argument
      And nothing has changed

    # failure: F47
    @failure
    Example: The authority is to answer at once, from the perimeter network
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -CA "{authority configuration}"
        """
      Then it is refused: authority-unreachable
      And nothing has changed

    Example: A command that only says what it would do
      When the operator types the command:
        """
        Request-CsCertificate -New -Type Internal -Output "{request file}" -WhatIf
        """
      Then no request is pending on the first Edge Server

  Rule: The line of the wizard can be typed

    Background:
      Given it is assumed that the wizard puts the certificates of authorities by their type
      And the external certificates are assigned on the first Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has typed the command:
        """
        Remove-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Force
        """

    Example: Several uses in one line
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
    Example: The same line asks for confirmation, and no one answers
      When the operator tries the command:
        """
        Set-CsCertificate -Type AccessEdgeExternal -Thumbprint (Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -eq "External Edge").Thumbprint -Confirm
        """
      Then it is refused: confirmation-needed
      And nothing has changed

    Example: A certificate of another use is taken over
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

  Rule: certreq works on this server, and only to send does it need the authority

    Background:
      Given the issuing authority is subordinate to a root
      And the issuing authority follows the recommendations
      And the first Edge Server has made a request, and the response has been carried back to it

    # failure: F61
    @failure
    Example: The response is accepted before its chain
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator tries the command:
        """
        certreq -accept "{response file}"
        """
      Then it is refused: CERT_E_CHAINING
      And nothing has changed

    # failure: F61
    Example: The chain comes first
      Given every Edge Server trusts the issuing authority
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        certreq -accept "{response file}"
        """
      Then the Personal store of the first Edge Server lists the internal certificate
      And no request is pending on the first Edge Server

    @failure
    Example: The response is accepted twice
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

  Rule: What a cmdlet does beyond its page is assumed

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the first Edge Server has exported the internal certificate with its private key
      And the operator is logged on to the second Edge Server as the Edge administrator

    Example: The imported key may be exported
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

    Example: The imported key may only be read
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

  Rule: Services that run keep their certificate

    Background:
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And the pool has been set up
      And the operator is logged on to the first Edge Server as the Edge administrator

    Example: Stopped services do not answer
      When the operator types the command:
        """
        Stop-CsWindowsService
        """
      Then replication to the first Edge Server fails with event 1017

    # failure: F56
    @failure
    Example: To start what runs changes nothing
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
    Example: Stopped and started, they use the new one
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
