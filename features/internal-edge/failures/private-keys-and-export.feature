# source: 04952-188 04952-207 04952-228 04952-234
Feature: Private keys and their export
  A certificate is useless without its private key. A list of certificates does not show whether the key is present,
  readable and exportable.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations
    And it is assumed that the imported private key may not be exported again
    And the pool has been set up

  Rule: The private key must be present, matching and readable

    # failure: F27
    @failure
    Example: The key was deleted after the export
      Given on the first Edge Server, the private key of the internal certificate has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                 |
        | private-key-deleted | error    | the first Edge Server |
        | key-not-exportable  | error    | the servers together  |
      And replication to the first Edge Server fails with event 1015 and SEC_E_NO_CREDENTIALS

    # failure: F07
    @failure
    Example: The certificate is not linked to its key
      Given on the second Edge Server, the internal certificate has lost its link to the private key
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                  |
        | private-key-missing | error    | the second Edge Server |
      And replication to the second Edge Server fails with event 1015 and SEC_E_NO_CREDENTIALS

    # failure: F07
    Example: Repair the link to the key
      Given on the second Edge Server, the internal certificate has lost its link to the private key
      When the internal certificate on the second Edge Server is joined to its private key again
      Then replication to the second Edge Server is up to date

    # failure: F29b
    @failure
    Example: The services cannot read the key
      Given on the second Edge Server, the services may not read the private key
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where                  |
        | key-not-readable | error    | the second Edge Server |
      And replication to the second Edge Server fails with event 1015 and SEC_E_UNKNOWN_CREDENTIALS

    # failure: F29b
    Example: Assign the certificate again
      Given on the second Edge Server, the services may not read the private key
      When the internal certificate is assigned on the second Edge Server
      Then replication to the second Edge Server is up to date

    # failure: F29b
    @failure
    Example: The certificate is linked to another key
      Given on the second Edge Server, the internal certificate is linked to another private key
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                  |
        | private-key-deleted | error    | the second Edge Server |

    # failure: F29b
    @failure
    Example: The certificate is linked to an existing key of another certificate
      Given a separate certificate has been assigned on the first Edge Server
      And the services on the first Edge Server have been restarted
      And on the first Edge Server, the internal certificate is linked to another private key
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding      | severity | where                 |
        | key-mismatch | error    | the first Edge Server |

    # failure: F24
    @failure
    Example: The key is in a key storage provider
      Given on the second Edge Server, the private key is in a key storage provider
      When the judge looks at the pool
      Then the judge finds:
        | finding                  | severity | where                  |
        | unsupported-key-provider | error    | the second Edge Server |

    # failure: F24
    @failure
    Example: The key in a key storage provider prevents the assignment
      Given on the second Edge Server, the private key is in a key storage provider
      When the internal certificate is assigned on the second Edge Server
      Then it is refused: NTE_BUFFER_TOO_SMALL
      And nothing has changed

  Rule: Each import determines whether the key is exportable

    # failure: F29
    @failure
    Example: The copy on another server is not exportable
      Given it is assumed that the imported private key may not be exported again
      When the administrator begins to export the internal certificate on the second Edge Server
      Then exporting its private key is not offered

    # failure: F25
    @failure
    Example: No server can export the key
      Given on the first Edge Server, the private key is not exportable
      When the judge looks at the pool
      Then the judge finds:
        | finding            | severity | where                |
        | key-not-exportable | warning  | the servers together |

    # failure: F25
    @failure
    Example: One server has no key and the others cannot export it
      Given on the first Edge Server, the private key is not exportable
      And on the second Edge Server, the internal certificate has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding                 | severity | where                  |
        | key-not-exportable      | error    | the servers together   |
        | no-internal-certificate | error    | the second Edge Server |

    # failure: F29
    Example: Import the file again with an exportable key
      Given the first Edge Server has exported the internal certificate with its private key
      And it is assumed that the imported private key may be exported again
      And the exported file has been imported on the second Edge Server with its password
      And the internal certificate has been assigned on the second Edge Server
      And on the first Edge Server, the private key is not exportable
      When the judge looks at the pool
      Then the judge finds only files with private keys that were left behind

    # failure: F29
    @failure
    Example: Import with the snap-in without the box
      Given on the second Edge Server, the internal certificate has been deleted
      And the first Edge Server has exported the internal certificate with its private key
      And the exported file has been imported on the second Edge Server with the snap-in, leaving the key unmarked
      When the administrator begins to export the internal certificate on the second Edge Server
      Then exporting its private key is not offered

    # failure: F29
    Example: Import with the snap-in and the box
      Given on the second Edge Server, the internal certificate has been deleted
      And the first Edge Server has exported the internal certificate with its private key
      And the exported file has been imported on the second Edge Server with the snap-in, marking the key as exportable
      When the second Edge Server exports the internal certificate with its private key
      Then the file "{exported file}" on the second Edge Server holds the private key and the certification path

  Rule: An assumption determines what is deleted with the key

    # source: 04952-235
    # failure: F27
    @failure
    Example: The certificate is deleted with its key
      Given it is assumed that a certificate is deleted with its private key
      And the first Edge Server has exported the internal certificate and deleted its private key
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding                 | severity | where                 |
        | no-internal-certificate | error    | the first Edge Server |
        | pfx-left-behind         | warning  | the first Edge Server |

  Rule: The server must support the encryption of the file

    # failure: F26
    @failure
    Example: The password is wrong
      Given the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with a wrong password
      Then it is refused: ERROR_INVALID_PASSWORD
      And nothing has changed

    # failure: F26
    @failure
    Example: The encryption of the file needs a later version of Windows
      Given the second Edge Server runs Windows Server 2012 R2
      And the first Edge Server has exported the internal certificate with its private key
      And the exported file is protected as later versions of Windows do
      When the exported file is imported on the second Edge Server with its password
      Then it is refused: ERROR_INVALID_PASSWORD
      And nothing has changed

    # source: 04952-237
    @failure
    Example: The export of a key requires a password
      Given it is assumed that a private key is exported with a password only
      When the first Edge Server exports the internal certificate with an empty password
      Then it is refused: password-required
      And nothing has changed
