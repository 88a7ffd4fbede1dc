# source: 04952-183 04952-191 04952-192
Feature: Names and usages
  Peers check the name and the purpose of a certificate. The wizard takes the name from the topology. Templates and
  attributes can change both.

  Rule: The certificate must have the name of the pool

    Background:
      Given a deployment of these pools:
        | site   | load balancer | servers |
        | Site A | hardware      | 2       |
        | Site B | none          | 1       |
      And the issuing authority follows the recommendations
      And it is assumed that the wizard puts the certificates of authorities by their type
      And the first Edge Server has exported the internal certificate with its private key

    # failure: F04
    @failure
    Example: The wizard does not list a certificate for another pool
      Given it is assumed that names are looked at before the assignment
      And it is assumed that Set-CsCertificate refuses other names
      When the exported file is imported on the first Edge Server of the second pool with its password
      Then the internal certificate is not offered for assignment on the first Edge Server of the second pool: subject-mismatch

    # failure: F04
    @failure
    Example: The Management Shell looks at the names too
      Given it is assumed that Set-CsCertificate refuses other names
      And it is assumed that names are looked at before the assignment
      And the exported file has been imported on the first Edge Server of the second pool with its password
      And the operator is logged on to the first Edge Server of the second pool as the Edge administrator
      When the operator tries the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint {newest thumbprint}
        """
      Then it is refused: CERT_E_CN_NO_MATCH
      And nothing has changed

    # failure: F05 F57
    @failure
    Example: The Management Shell does not look at the names
      Given it is assumed that Set-CsCertificate takes other names
      And the exported file has been imported on the first Edge Server of the second pool with its password
      And the exported file is deleted
      And the operator is logged on to the first Edge Server of the second pool as the Edge administrator
      When the operator types the command:
        """
        Set-CsCertificate -Type Internal -Thumbprint {newest thumbprint}
        """
      Then replication to the first Edge Server of the second pool fails with event 1015

    # failure: F05 F57
    @failure
    Example: A certificate for another pool is assigned
      Given it is assumed that names are not looked at before the assignment
      And the exported file has been imported on the first Edge Server of the second pool with its password
      And the internal certificate has been assigned on the first Edge Server of the second pool
      And the exported file is deleted
      When the judge looks at the second pool
      Then the judge finds:
        | finding          | severity | where                                 |
        | subject-mismatch | error    | the first Edge Server of the second pool |
      And replication to the first Edge Server of the second pool fails with event 1015

  Rule: Attributes and wildcards change the names

    Background:
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And every Edge Server trusts the issuing authority
      And the first Edge Server has made a request, and it has been carried to the internal server

    # failure: F41
    @failure
    Example: The certificate has a wildcard name
      Given the operator is logged on to the internal server as the Lync administrator
      And the issuing authority honours the attribute san
      And the operator has submitted the request with the attribute "san:dns=*.{domain}"
      And the answer has been imported on the first Edge Server
      And the internal certificate has been assigned on the first Edge Server
      When the judge looks at the pool
      Then the judge finds:
        | finding       | severity | where                 |
        | wildcard-name | warning  | the first Edge Server |

    # failure: F04
    @failure
    Example: The attribute replaces the name of the pool
      Given it is assumed that names are looked at before the assignment
      And it is assumed that Set-CsCertificate refuses other names
      And the operator is logged on to the internal server as the Lync administrator
      And the issuing authority honours the attribute san
      And the operator has submitted the request with the attribute "san:dns=mail.{domain}"
      When the answer is imported on the first Edge Server
      Then the internal certificate is not offered for assignment on the first Edge Server: subject-mismatch

    # failure: F04
    Example: The authority ignores the attribute by default
      Given the operator is logged on to the internal server as the Lync administrator
      And the issuing authority ignores the attribute san
      And the operator has submitted the request with the attribute "san:dns=mail.{domain}"
      And the answer has been imported on the first Edge Server
      And the internal certificate has been assigned on the first Edge Server
      When the judge looks at the pool
      Then the judge finds nothing

  Rule: Additional names beside the name of the pool are valid

    # source: 04952-192
    Example: The certificate has an additional name
      Given a pool of 1 Edge Server
      And the issuing authority follows the recommendations
      And every Edge Server trusts the issuing authority
      And the first Edge Server has obtained its internal certificate with the additional name "edge.example.net"
      And the internal certificate has been assigned on the first Edge Server
      When the judge looks at the pool
      Then the judge finds nothing

  Rule: The certificate must be for Server Authentication

    Background:
      Given a pool of 2 Edge Servers behind a load balancer
      And the issuing authority follows the recommendations
      And every Edge Server trusts the issuing authority
      And the template of the internal certificate is for Client Authentication only

    # failure: F38
    @failure
    Example: The wizard does not list a certificate for another purpose
      When the first Edge Server obtains its internal certificate with an exportable key
      Then the internal certificate is not offered for assignment on the first Edge Server: wrong-usage

    # failure: F38
    @failure
    Example: The judge reports a certificate for another purpose
      Given the first Edge Server has obtained its internal certificate with an exportable key
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding      | severity | where                 |
        | not-assigned | error    | the first Edge Server |
        | wrong-usage  | error    | the first Edge Server |
