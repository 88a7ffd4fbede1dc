# source: 04952-237 04952-246
Feature: Protection of .pfx files
  Windows reports every .pfx file that it cannot open as a wrong password. The cause may be another one.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  Rule: A .pfx file must be binary

    Background:
      Given the first Edge Server has exported the internal certificate with its private key
      And the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has typed the command:
        """
        certutil -f -encode "{exported file}" "{exported file}"
        """

    # failure: F26b
    @failure
    Example: The wizard of the product says that the password is wrong
      When the exported file is imported on the second Edge Server with its password
      Then it is refused: wrong-password
      And nothing has changed

    # failure: F26b
    @failure
    Example: The snap-in says that the password is wrong
      When the exported file is imported on the second Edge Server with the snap-in, leaving the key unmarked
      Then it is refused: ERROR_INVALID_PASSWORD
      And nothing has changed

    # failure: F26b
    Example: Decode the file
      Given the operator has typed the command:
        """
        certutil -f -decode "{exported file}" "{exported file}"
        """
      When the exported file is imported on the second Edge Server with its password
      Then every Edge Server holds the private key of its internal certificate

  Rule: A file that is protected for a group opens only in the domain

    Background:
      Given the internal server runs Windows Server 2012 R2
      And the Front End Server holds the internal certificate with an exportable private key
      And the Front End Server has exported the internal certificate for the group "Domain Users"
      And the file "{exported file}" has been carried from the internal server to the first Edge Server

    # failure: F26c
    @failure
    Example: An Edge Server is in no domain
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator tries the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}"
        """
      Then it is refused: wrong-password
      And nothing has changed

    Example: A member of the group opens it in the domain
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator types the command:
        """
        certutil -importPFX My "{exported file}" NoExport
        """
      Then the Personal store of the internal server lists the internal certificate

    # failure: F26c
    Example: Export the certificate again with a password
      Given the Front End Server has exported the internal certificate with its private key
      And the file "{exported file}" has been carried from the internal server to the first Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}"
        """
      Then the Personal store of the first Edge Server lists the internal certificate

  Rule: Each version of Windows protects the file in its own way

    # failure: F26
    @two-windows-versions
    @failure
    Example: The encryption of Windows Server 2019 is too new for Windows Server 2012 R2
      Given on the first Edge Server, Windows Server 2019 is installed
      And on the second Edge Server, Windows Server 2012 R2 is installed
      And the first Edge Server has exported the internal certificate with the encryption "AES256-SHA256"
      When the exported file is imported on the second Edge Server with its password
      Then it is refused: wrong-password
      And nothing has changed

    # failure: F26
    @two-windows-versions
    Scenario Outline: Windows Server <version> opens a file with the encryption <encryption>
      Given on the first Edge Server, Windows Server 2022 is installed
      And on the second Edge Server, Windows Server <version> is installed
      And the first Edge Server has exported the internal certificate with the encryption "<encryption>"
      When the exported file is imported on the second Edge Server with its password
      Then every Edge Server holds the private key of its internal certificate

      Examples:
        | version | encryption     |
        | 2008 R2 | TripleDES-SHA1 |
        | 2016    | TripleDES-SHA1 |
        | 2019    | AES256-SHA256  |

    @two-windows-versions
    Example: Windows Server 2016 does not encrypt the certificates
      Given on the first Edge Server, Windows Server 2016 is installed
      And the first Edge Server has exported the internal certificate without certificate privacy
      When the exported file is imported on the second Edge Server with its password
      Then every Edge Server holds the private key of its internal certificate
