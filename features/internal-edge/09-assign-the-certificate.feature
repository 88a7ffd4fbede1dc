# source: 04952-247
Feature: Assign the internal certificate on every Edge Server
  A certificate in the store has no effect until it is assigned. Assign it to the internal interface on each server.

  Rule: The documented path

    @procedure
    Example: Assign with the Certificate Wizard
      Given every Edge Server holds the internal certificate
      And the operator is logged on to the first Edge Server as the Edge administrator
      # source: 04952-248
      When the operator runs "Deployment Wizard"
      # source: 04952-248
      And on "Deployment Wizard" the operator uses "Run again"
      # source: 04952-249
      And on "Available Certificate Tasks" the operator uses "Assign an existing certificate"
      # source: 04952-250
      And on "Certificate Assignment" the operator fills in:
        | Certificate uses | Edge Internal |
        | Next             | pressed       |
      # source: 04952-251
      And on "Certificate Store" the operator fills in:
        | Select a certificate from the local certificate store | {pool}  |
        | Next                                                  | pressed |
      # source: 04952-252
      And on "Certificate Assignment Summary" the operator uses "Next"
      # source: 04952-253
      And on "wizard completion page" the operator uses "Finish"
      # source: 04952-255
      And the operator repeats this procedure on every other Edge Server
      # source: 04952-254
      Then the Personal store of every Edge Server lists the internal certificate
      # source: 04952-255
      And every Edge Server presents the same certificate for its internal interface

  Rule: The wizard lists only usable certificates

    # source: 04952-251
    @failure
    Example: The first server deleted its private key
      Given a pool of 2 Edge Servers behind a load balancer
      And it is assumed that a certificate stays when its private key is deleted
      And the first Edge Server holds the internal certificate with an exportable private key
      When the first Edge Server exports the internal certificate and deletes its private key
      Then the internal certificate is not offered for assignment on the first Edge Server: private-key-missing

    # source: 04952-254
    @failure
    Example: The certificate is listed and not assigned
      Given a pool of 2 Edge Servers behind a load balancer
      And the first Edge Server has exported the internal certificate with its private key
      When the exported file is imported on the second Edge Server with its password
      Then the Personal store of every Edge Server lists the internal certificate
      And every Edge Server presents no certificate for its internal interface

    # source: 04952-255
    @failure
    Example: One server was omitted
      Given a pool of 3 Edge Servers behind a load balancer
      And every Edge Server holds the internal certificate
      When the internal certificate is assigned on the first and second Edge Server
      Then the third Edge Server presents no certificate for its internal interface

  Rule: The check mark requires every certificate

    Background:
      Given a pool of 1 Edge Server
      And it is assumed that the check mark is for every use
      And it is assumed that the wizard puts the certificates of authorities by their type
      And every Edge Server holds the internal certificate

    # source: 04952-178 04952-204
    @failure
    Example: Only the internal certificate is assigned
      When the internal certificate is assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark

    # source: 04952-178 04952-204
    Example: The external certificates are also assigned
      Given the external certificates have been assigned on the first Edge Server
      When the internal certificate is assigned on the first Edge Server
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark

  Rule: An assignment can be undone

    # source: 04952-252
    @rollback
    Example: Remove the assignment
      Given every Edge Server holds the internal certificate
      And the internal certificate has been assigned on the first Edge Server
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        Remove-CsCertificate -Type Internal -Force
        """
      Then the first Edge Server presents no certificate for its internal interface

    # source: 04952-252
    @rollback
    Example: Assign the earlier certificate again
      Given the pool has been set up
      And the pool has renewed its certificate under another friendly name
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint {earlier thumbprint}
        """
      Then the first Edge Server presents its earlier certificate for its internal interface
