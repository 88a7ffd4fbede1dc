Feature: The whole procedure for each type of pool
  Every Edge Server needs a certificate on its internal interface that the internal servers trust. The servers of a
  pool share one certificate: one server requests it, and the others receive it with its private key. Repeat the whole
  procedure for each site, and for each set of servers behind its own load balancer.

  Rule: The whole procedure gives every Edge Server its certificate

    # source: 04952-107 04952-113 04952-114 04952-115 04952-116 04952-117 04952-118
    @deployment
    Example: Three servers behind a load balancer
      Given a pool of 3 Edge Servers behind a load balancer
      When the administrators carry out the whole procedure with the issuing authority
      Then every Edge Server presents the same certificate for its internal interface
      And every Edge Server holds the private key of its internal certificate

    # source: 04952-107 04952-123
    @deployment
    Example: A single server
      Given a pool of 1 Edge Server
      When the administrators carry out the whole procedure with the issuing authority
      Then every Edge Server presents the same certificate for its internal interface
      And every Edge Server holds the private key of its internal certificate

    # source: 04952-119
    @deployment
    Example: Two sites
      Given a deployment of these pools:
        | site   | load balancer | servers |
        | Site A | hardware      | 2       |
        | Site B | none          | 1       |
      When the administrators carry out the whole procedure with the issuing authority
      Then every pool presents its own certificate

    # source: 04952-119
    @deployment
    Example: Two sets of servers behind different load balancers
      Given a deployment of these pools:
        | site   | load balancer | servers |
        | Site A | hardware      | 2       |
        | Site A | dns           | 2       |
      When the administrators carry out the whole procedure with the issuing authority
      Then every pool presents its own certificate

    # source: 04952-119
    @failure
    Example: The certificate of one pool is not valid for another
      Given a deployment of these pools:
        | site   | load balancer | servers |
        | Site A | hardware      | 2       |
        | Site B | hardware      | 2       |
      And it is assumed that names are looked at before the assignment
      And it is assumed that Set-CsCertificate refuses other names
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the first Edge Server of the second pool with its password
      Then the internal certificate is not offered for assignment on the first Edge Server of the second pool: subject-mismatch

  Rule: The authority can be internal or public

    # source: 04952-108
    @deployment
    Example: A public authority issues the certificate
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And it is assumed that the wizard puts the certificates of authorities by their type
      And it is assumed that a public authority adds the common name to the alternative names
      When the administrators carry out the whole procedure with a public authority
      Then every Edge Server presents the same certificate for its internal interface
      And the internal certificate was issued by a public authority

    # source: 04952-110 04952-120
    @two-windows-versions
    Scenario Outline: The authority runs on Windows Server <version>
      Given a pool of 2 Edge Servers behind a load balancer
      And the server of the issuing authority runs Windows Server <version>
      When the administrators carry out the whole procedure with the issuing authority
      Then every Edge Server presents the same certificate for its internal interface

      Examples:
        | version |
        | 2008 R2 |
        | 2012    |
        | 2012 R2 |

  Rule: A Front End Server can create the request before the Edge Servers are deployed

    # source: 04952-124 04952-125 04952-126
    @deployment
    Example: Request an exportable key on a Front End Server
      Given a pool of 2 Edge Servers behind a load balancer
      And the Front End Server holds the internal certificate with an exportable private key
      When the certificate is exported on the Front End Server and imported on every Edge Server
      Then every Edge Server holds the private key of its internal certificate

    # source: 04952-126
    @failure
    Example: Request a key that is not exportable on a Front End Server
      Given a pool of 2 Edge Servers behind a load balancer
      And the Front End Server holds the internal certificate with a private key that is not exportable
      When the administrator begins to export the internal certificate on the Front End Server
      Then exporting its private key is not offered
