# source: 04952-179 04952-193 04952-195
Feature: What the Certificate Wizard shows, offers and runs
  Before the wizard acts it sums up what it was told; then it shows the command of the Lync Server Management Shell that
  it runs, and a log. Whoever reads them notices a slip before the authority does.

  Rule: The command and its log say what was done

    # source: 04952-194 04952-195
    Example: A request
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the additional name "edge-internal.example.net"
      Then the last command on the first Edge Server was:
        """
        Request-CsCertificate -New -Type Internal -ComputerFqdn "{first Edge Server}" -FriendlyName "{friendly name}" -KeySize {bit length} -PrivateKeyExportable $True -Organization "{organization}" -OU "{organizational unit}" -Country "{country}" -State "{state}" -City "{city}" -DomainName "edge-internal.example.net" -Output "{request file}"
        created a private key of {bit length} bits
        wrote the certificate request to {request file}
        """

    # source: 04952-183 04952-194
    Example: A request with an alternate template
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the alternate template "WebServerManual"
      Then the last command on the first Edge Server was:
        """
        Request-CsCertificate -New -Type Internal -ComputerFqdn "{first Edge Server}" -Template "WebServerManual" -FriendlyName "{friendly name}" -KeySize {bit length} -PrivateKeyExportable $True -Organization "{organization}" -OU "{organizational unit}" -Country "{country}" -State "{state}" -City "{city}" -Output "{request file}"
        created a private key of {bit length} bits
        wrote the certificate request to {request file}
        """

    # source: 04952-206
    Example: A response
      Given the first Edge Server has made a request, and the response has been carried back to it
      And every Edge Server trusts the issuing authority
      When the response is imported on the first Edge Server
      Then the last command on the first Edge Server was:
        """
        Import-CsCertificate -Path "{response file}"
        imported 1 certificate(s) from {response file}, the first with thumbprint (thumbprint)
        private key: found
        """

    # source: 04952-202
    @failure
    Example: A response to another server's request
      Given a pool of 2 Edge Servers behind a load balancer
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and the response has been carried back to it
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      When the response is imported on the second Edge Server
      Then the last command on the second Edge Server was:
        """
        Import-CsCertificate -Path "{response file}"
        imported 1 certificate(s) from {response file}, the first with thumbprint (thumbprint)
        private key: not found on this server
        """

    # source: 04952-207 04952-241
    Example: A certificate with its private key
      Given a pool of 1 Edge Server
      And it is assumed that the imported private key may be exported again
      And the first Edge Server holds the internal certificate with an exportable private key
      And the first Edge Server has exported the internal certificate without its certification path
      When the exported file is imported on the first Edge Server with its password
      Then the last command on the first Edge Server was:
        """
        Import-CsCertificate -Path "{exported file}" -Password ******** -PrivateKeyExportable $True
        imported 1 certificate(s) from {exported file}, the first with thumbprint (thumbprint)
        private key: found
        """

    # source: 04952-252 04952-253
    Example: An assignment
      Given every Edge Server holds the internal certificate
      When the internal certificate is assigned on the first Edge Server
      Then the last command on the first Edge Server was:
        """
        Set-CsCertificate -Type Internal -Thumbprint (thumbprint)
        assigned (thumbprint) to Edge Internal
        """

    Example: The services are started
      Given every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server
      When the services on the first Edge Server are started anew
      Then the last command on the first Edge Server was:
        """
        Start-CsWindowsService
        services started
        """

  Rule: The command and the log are shown

    # source: 04952-195
    Example: The log of an assignment
      Given every Edge Server holds the internal certificate
      And the operator has begun to assign the internal certificate on the first Edge Server
      When the operator goes through:
        | page                           | control  | value   |
        | Certificate Store              | Next     | pressed |
        | Certificate Assignment Summary | Next     | pressed |
        | Executing Commands             | View Log | pressed |
      Then the page "Log" shows the last command on the first Edge Server

    # source: 04952-194
    Example: The completion page of an assignment
      Given every Edge Server holds the internal certificate
      And the operator has begun to assign the internal certificate on the first Edge Server
      When the operator goes through:
        | page                           | control | value   |
        | Certificate Store              | Next    | pressed |
        | Certificate Assignment Summary | Next    | pressed |
      Then the page "Executing Commands" shows the last command on the first Edge Server

  Rule: The request is told on pages that begin with what is usual

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator
      And the operator runs "Deployment Wizard"
      And on "Deployment Wizard" the operator uses "Run"
      And on "Available Certificate Tasks" the operator uses "Create a new certificate request"
      And on "Certificate Request" the operator uses "Next"

    # source: 04952-181
    Example: The request is prepared for later
      Then the page "Delayed or Immediate Requests" shows:
        | Prepare the request now, but send it later                        | on  |
        | Send the request immediately to an online certification authority | off |

    # source: 04952-181
    @failure
    Example: The request is to be sent at once
      When on "Delayed or Immediate Requests" the operator tries:
        | Send the request immediately to an online certification authority | chosen  |
        | Next                                                              | pressed |
      Then it is refused: authority-unreachable
      And nothing has changed

    # source: 04952-182
    @failure
    Example: No file is named
      Given on "Delayed or Immediate Requests" the operator uses "Next"
      When on "Certificate Request File" the operator tries:
        | File name |         |
        | Next      | pressed |
      Then it is refused: invalid-path
      And nothing has changed

    # source: 04952-183
    Example: Another template has to be asked for
      Given the operator has filled in the pages of the request up to "Specify Alternate Certificate Template"
      Then the page "Specify Alternate Certificate Template" shows:
        | Use alternative certificate template for the selected Certificate Authority | off           |
        | Certificate Template Name                                                   | not available |

    # source: 04952-186 04952-188
    Example: The key has 2048 bits and stays where it is
      Given the operator has filled in the pages of the request up to "Name and Security Settings"
      Then the page "Name and Security Settings" shows:
        | Bit length                                 | 2048 |
        | Mark certificate private key as exportable | off  |

    # source: 04952-192
    Example: Further names are added and taken back
      Given the operator has filled in the pages of the request up to "Configure Additional Subject Alternate Names"
      And the page "Configure Additional Subject Alternate Names" shows:
        | Clear All | not available |
      And on "Configure Additional Subject Alternate Names" the operator fills in:
        | New subject alternative name | edge-internal.example.net  |
        | Add                          | pressed                    |
      And the page "Configure Additional Subject Alternate Names" shows:
        | New subject alternative name |           |
        | Clear All                    | available |
      When on "Configure Additional Subject Alternate Names" the operator uses "Clear All"
      Then the page "Configure Additional Subject Alternate Names" shows:
        | Clear All | not available |

    # source: 04952-193
    Example: The summary before anything is made
      Given the operator has filled in the pages of the request up to "Request Summary"
      Then the page "Request Summary" shows:
        | Summary | Certificate: Edge Internal\nFriendly name: Edge Internal\nKey size: 2048\nPrivate key exportable: No\nSubject name: {pool}\nSubject alternative names: (none)\nOutput: {request file} |

  Rule: The import asks for a password only where there is a private key

    Background:
      Given the first Edge Server has made a request, and the response has been carried back to it
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator runs "Deployment Wizard"
      And on "Deployment Wizard" the operator uses "Run again"
      And on "Available Certificate Tasks" the operator uses "Import a certificate from a .P7b, .pfx or .cer file"

    # source: 04952-206 04952-207
    Example: The box is ticked
      Given the page "Import Certificate" shows:
        | Password | not available |
      When on "Import Certificate" the operator fills in:
        | File name                                           | {response file} |
        | Certificate file contains certificate's private key | ticked          |
      Then the page "Import Certificate" shows:
        | Password | available |

    # source: 04952-206
    Example: The summary of a response
      When on "Import Certificate" the operator fills in:
        | File name | {response file} |
        | Next      | pressed         |
      Then the page "Import Certificate Summary" shows:
        | Summary | Certificate file: {response file}\nContains private key: No |

    # source: 04952-207
    Example: The summary of a file that is said to hold a private key
      When on "Import Certificate" the operator fills in:
        | File name                                           | {response file} |
        | Certificate file contains certificate's private key | ticked          |
        | Password                                            | {password}      |
        | Next                                                | pressed         |
      Then the page "Import Certificate Summary" shows:
        | Summary | Certificate file: {response file}\nContains private key: Yes |

  Rule: The assignment goes on once a certificate is selected

    # source: 04952-251
    Example: Nothing is selected yet
      Given every Edge Server holds the internal certificate
      When the operator opens the list of certificates to assign on the first Edge Server
      Then the page "Certificate Store" shows:
        | View Certificate Details | not available |
        | Next                     | not available |

    # source: 04952-251
    Example: The details of the selected certificate
      Given every Edge Server holds the internal certificate
      And the operator has begun to assign the internal certificate on the first Edge Server
      And the page "Certificate Store" shows:
        | View Certificate Details | available |
        | Next                     | available |
      When on "Certificate Store" the operator uses "View Certificate Details"
      Then the page "Certificate Details" shows the serial number of the internal certificate on the first Edge Server

  Rule: Step 3 counts as run once the wizard was opened, or once it did something

    # source: 04952-203
    Example: The wizard is opened and closed
      Given it is assumed that opening the wizard is enough for Step 3 to have been run
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator runs "Deployment Wizard"
      When on "Deployment Wizard" the operator uses "Run"
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    # source: 04952-203
    Example: The wizard is opened and closed, and that is not enough
      Given it is assumed that opening the wizard is not enough for Step 3 to have been run
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator runs "Deployment Wizard"
      When on "Deployment Wizard" the operator uses "Run"
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run" without a check mark

  Rule: The check mark is there while every certificate that it is for can be used

    Background:
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And every Edge Server holds the internal certificate

    # source: 04952-178
    Example: The check mark is for the internal certificate alone
      Given it is assumed that the check mark is for the internal certificate alone
      When the internal certificate is assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark

    # source: 04952-178
    @failure
    Example: The internal certificate is not assigned
      Given it is assumed that the check mark is for the internal certificate alone
      And the external certificates have been assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    # source: 04952-178
    @failure
    Example: The internal certificate has expired
      Given it is assumed that the check mark is for the internal certificate alone
      And the internal certificate has been assigned on the first Edge Server
      When 2000 days pass
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

  Rule: The Management Shell takes no other names than those of the topology

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    @failure
    Example: A request for a computer that the topology does not know
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -ComputerFqdn "nobody.{domain}" -Output "{request file}"
        """
      Then it is refused: unknown-edge-server
      And nothing has changed

    @failure
    Example: An assignment of a certificate that is not there
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint 0000000000000000000000000000000000000000
        """
      Then it is refused: no-such-certificate
      And nothing has changed
