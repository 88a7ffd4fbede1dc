# source: 04952-254
Feature: Replication failures with other causes
  Replication also fails for reasons that have nothing to do with certificates. A search for a certificate error then
  leads to the wrong place.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations
    And the pool has been set up

  Rule: The judge reports no finding

    # failure: F08
    @failure
    Example: A firewall closes the port of replication
      Given on the second Edge Server, a firewall closes TCP port 4443
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to the second Edge Server fails with event 1017

    # failure: F08
    Example: A firewall closes another port
      Given on the second Edge Server, a firewall closes TCP port 443
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to the second Edge Server is up to date

    # failure: F60
    @failure
    Example: The server has two default gateways
      Given on the second Edge Server, two default gateways are configured
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to the second Edge Server fails with event 1017
