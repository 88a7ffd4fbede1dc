# source: 04952-107 04952-117 04952-118 04952-255
Feature: The servers of a pool
  Some requirements apply to each server of a pool, and others to all servers together.

  Rule: A pool is correct after the procedure

    Example: Every server presents the certificate and receives replication
      Given a pool of 3 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date

    @judgement
    Example: All pools of the deployment are correct
      Given every pool has been set up
      When the judge looks at the deployment
      Then the judge finds no error

    @failure
    Example: A new pool has no certificates
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      When the judge looks at the pool
      Then the judge finds:
        | finding                 | severity | where             |
        | no-internal-certificate | error    | every Edge Server |
      And replication to every Edge Server fails with event 1015 and SEC_E_NO_CREDENTIALS

  Rule: Every server needs the assignment

    # source: 04952-255
    @failure
    Example: The certificate is present and not assigned
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding      | severity | where                  |
        | not-assigned | error    | the second Edge Server |

  Rule: Services use the certificate that was assigned at their start

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And every Edge Server holds the internal certificate
      And the exported file is deleted

    # failure: F56
    @failure
    Example: The services were started before the certificate was assigned
      Given the services on the second Edge Server have been restarted
      And the internal certificate has been assigned on the second Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding        | severity | where                  |
        | restart-needed | error    | the second Edge Server |

  Rule: Every server needs the chain and the certificate

    Background:
      Given a pool of 3 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And the pool has been set up

    # failure: F52
    @failure
    Example: The chain is missing on one server
      Given on the third Edge Server, the root of the issuing authority has been removed
      When the judge looks at the pool
      Then the judge finds:
        | finding          | severity | where                 |
        | chain-incomplete | error    | the third Edge Server |
      And replication to the third Edge Server fails with CERT_E_CHAINING
      And replication to the first and second Edge Server is up to date

    # failure: F07
    @failure
    Example: The certificate was deleted on one server
      Given on the third Edge Server, the internal certificate has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding                 | severity | where                 |
        | no-internal-certificate | error    | the third Edge Server |

  Rule: Servers should share the internal certificate and must share the A/V key

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the pool has been set up

    Example: Each server has a different internal certificate
      Given a separate certificate has been assigned on every Edge Server
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                |
        | certificate-differs | warning  | the servers together |
      And replication to every Edge Server is up to date

    Example: The servers share the A/V certificate
      Given the external certificate is shared among the servers of the pool
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds nothing

    @failure
    Example: Each server has a different A/V certificate
      Given the external certificates have been assigned on every Edge Server
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                |
        | certificate-differs | error    | the servers together |

    Example: One server has a new A/V certificate for the same key
      Given the external certificate is shared among the servers of the pool
      And on the second Edge Server, the external certificate has been issued again for the same key
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds:
        | finding             | severity | where                |
        | certificate-differs | warning  | the servers together |

    @failure
    Example: The A/V certificate was deleted on one server
      Given the external certificate is shared among the servers of the pool
      And on the second Edge Server, the external certificate has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where                  |
        | not-assigned   | error    | the second Edge Server |
        | restart-needed | error    | the first Edge Server  |

    @failure
    Example: The internal certificate was deleted and the external one remains
      Given the external certificate is shared among the servers of the pool
      And the services on every Edge Server have been restarted
      And on the second Edge Server, the internal certificate has been deleted
      When the judge looks at the pool
      Then the judge finds:
        | finding                 | severity | where                  |
        | no-internal-certificate | error    | the second Edge Server |

    @failure
    Example: One server has no A/V certificate
      Given the external certificates have been assigned on the first Edge Server
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds:
        | finding      | severity | where                  |
        | not-assigned | error    | the second Edge Server |

  Rule: A new certificate takes effect when the services restart

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the pool has been set up

    # failure: F56
    @failure
    Example: The services still use the old certificate
      Given the pool has renewed its certificate under another friendly name
      When the judge looks at the pool
      Then the judge finds:
        | finding        | severity | where             |
        | restart-needed | warning  | every Edge Server |

    # failure: F56
    Example: Restart the services
      Given the pool has renewed its certificate under another friendly name
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F42
    Example: Two certificates have no friendly name
      Given the external certificate is shared among the servers of the pool
      And the services on every Edge Server have been restarted
      And on the first Edge Server, the certificates have no friendly names
      When the judge looks at the pool
      Then the judge finds nothing

    # failure: F42
    @failure
    Example: The renewal reuses the friendly name
      Given the pool has renewed its certificate under the same friendly name
      And the services on every Edge Server have been restarted
      When the judge looks at the pool
      Then the judge finds:
        | finding                 | severity | where             |
        | duplicate-friendly-name | warning  | every Edge Server |

  Rule: Each site is judged separately

    Background:
      Given a deployment of these pools:
        | site   | load balancer | servers |
        | Site A | hardware      | 2       |
        | Site B | none          | 1       |
      And the issuing authority follows the recommendations
      And every pool has been set up

    # source: 04952-119
    Example: A finding at one site does not concern the other
      Given on the first Edge Server, the internal certificate has been deleted
      When the judge looks at the second site
      Then the judge finds nothing

    # source: 04952-119
    @failure
    Example: A finding at one site concerns the deployment
      Given on the second Edge Server, the internal certificate has been deleted
      When the judge looks at the deployment
      Then the judge finds:
        | finding                 | severity | where                  |
        | no-internal-certificate | error    | the second Edge Server |

    # source: 04952-119
    @failure
    Example: A finding about one server does not concern another
      Given on the second Edge Server, the internal certificate has been deleted
      When the judge looks at the first site
      Then the judge finds:
        | finding                 | severity | where                  |
        | no-internal-certificate | error    | the second Edge Server |
