# source: 04952-247 04952-234
Feature: Read access to private keys
  A new key set belongs to SYSTEM and Administrators. Assigning a certificate lets the services read its key; an import
  does not.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations
    And the pool has been set up
    And the first Edge Server has exported the internal certificate with its private key

  Rule: An import does not let the services read the key

    Background:
      Given on the second Edge Server, the private key of the internal certificate has been deleted
      And the exported file has been imported on the second Edge Server with the snap-in, leaving the key unmarked
      And the operator is logged on to the second Edge Server as the Edge administrator

    # failure: F29b
    @failure
    Example: The file was imported and the certificate not assigned again
      Given the exported file is deleted
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding          | severity | where                  |
        | key-not-readable | error    | the second Edge Server |
      And replication to the second Edge Server fails with event 1015 and SEC_E_UNKNOWN_CREDENTIALS

    # failure: F29b
    Example: Assign the certificate after the import
      Given the exported file is deleted
      And the internal certificate has been assigned on the second Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds nothing
      And replication to the second Edge Server is up to date

    # failure: F29b
    @failure
    Example: Linking the certificate to its key does not give access
      When the operator types the command:
        """
        certutil -repairstore My {certificate serial number}
        """
      Then replication to the second Edge Server fails with event 1015 and SEC_E_UNKNOWN_CREDENTIALS

    # failure: F29b
    Example: Link the certificate to its key with a security descriptor
      When the operator types the command:
        """
        certutil -repairstore My {certificate serial number} "D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS)"
        """
      Then replication to the second Edge Server is up to date

    # failure: F29b
    Example: Let the services read the key with the snap-in
      Given the operator opens the certificates of the computer
      When the operator goes through:
        | page                         | control                          | value                   |
        | Console1                     | Console Root                     | Personal > Certificates |
        | Console1                     | Certificates                     | {pool}                  |
        | Console1                     | All Tasks                        | pressed                 |
        | Console1                     | Manage Private Keys              | pressed                 |
        | Permissions for private keys | Add                              | pressed                 |
        | Select Users or Groups       | Enter the object names to select | NETWORK SERVICE         |
        | Select Users or Groups       | OK                               | pressed                 |
        | Permissions for private keys | OK                               | pressed                 |
      Then replication to the second Edge Server is up to date

    # failure: F29b
    @failure
    Example: The security descriptor has a syntax error
      When the operator tries the command:
        """
        certutil -repairstore My {certificate serial number} "NETWORK SERVICE"
        """
      Then it is refused: invalid-security-descriptor
      And nothing has changed

  Rule: An assumption determines whether an import gives access

    Background:
      Given on the second Edge Server, the private key of the internal certificate has been deleted
      And the operator is logged on to the second Edge Server as the Edge administrator

    Example: The parameter is assumed to let the services read the key
      Given it is assumed that Import-CsCertificate lets the key be read only
      When the operator types the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}" -PrivateKeyExportable $True
        """
      Then replication to the second Edge Server is up to date

    Example: The parameter is assumed to let the key be exported
      Given it is assumed that Import-CsCertificate lets the key be exported
      When the operator types the command:
        """
        Import-CsCertificate -Path "{exported file}" -Password "{password}" -PrivateKeyExportable $True
        """
      Then replication to the second Edge Server fails with event 1015 and SEC_E_UNKNOWN_CREDENTIALS

  Rule: A script can import a certificate without a key set of the computer

    # failure: F27b
    @failure
    Example: The key set was deleted when the script ended
      Given on the second Edge Server, a script has imported the exported file with a temporary key set
      And the exported file is deleted
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding             | severity | where                  |
        | private-key-deleted | error    | the second Edge Server |
      And replication to the second Edge Server fails with event 1015 and SEC_E_NO_CREDENTIALS
      And the internal certificate is not offered for assignment on the second Edge Server: private-key-missing

    # failure: F27c
    @failure
    Example: The key set is in the profile of a user
      Given on the second Edge Server, a script has imported the exported file with a key set of the user
      And the exported file is deleted
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding             | severity | where                  |
        | key-in-user-profile | error    | the second Edge Server |
      And replication to the second Edge Server fails with event 1015 and SEC_E_NO_CREDENTIALS

    # failure: F27b
    Example: Import the file with the wizard, which keeps the key set
      Given on the second Edge Server, a script has imported the exported file with a temporary key set
      And the exported file has been imported on the second Edge Server with its password
      And the exported file is deleted
      And the internal certificate has been assigned on the second Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds nothing
      And replication to the second Edge Server is up to date

    # failure: F27c
    Example: Import the file with the wizard, which gives the key set to the computer
      Given on the second Edge Server, a script has imported the exported file with a key set of the user
      And the exported file has been imported on the second Edge Server with its password
      And the exported file is deleted
      And the internal certificate has been assigned on the second Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds nothing
      And replication to the second Edge Server is up to date

  Rule: A key in another provider can be moved

    Background:
      Given on the first Edge Server, the private key is in a key storage provider
      And the first Edge Server has exported the internal certificate with its private key
      And the operator is logged on to the first Edge Server as the Edge administrator

    # failure: F24
    Example: Import the file again with the provider that the product needs
      Given the operator has typed the command:
        """
        certutil -p "{password}" -csp "Microsoft RSA SChannel Cryptographic Provider" -importPFX My "{exported file}"
        """
      And the internal certificate has been assigned on the first Edge Server
      When the judge looks at the first Edge Server
      Then the judge finds only files with private keys that were left behind
      And replication to the first Edge Server is up to date

  Rule: The folder of the machine keys must accept new keys

    Background:
      Given on the first Edge Server, the folder of the machine keys refuses new keys
      And the operator is logged on to the first Edge Server as the Edge administrator

    # failure: F29c
    @failure
    Example: A request cannot create its key
      When the operator tries the command:
        """
        Request-CsCertificate -New -Type Internal -Output "{request file}"
        """
      Then it is refused: NTE_FAIL
      And nothing has changed

    # failure: F29c
    Example: Let the administrators create files in the folder
      Given the operator has typed the command:
        """
        icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /grant Everyone:(R,W) Administrators:(F)
        """
      When the operator types the command:
        """
        Request-CsCertificate -New -Type Internal -Output "{request file}"
        """
      Then the request on the first Edge Server is for:
        | names | {pool} |
