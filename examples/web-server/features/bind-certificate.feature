Feature: A certificate for a web site
  The web server requests its certificate, an authority issues it, and the site is bound to it.

  @procedure
  Scenario: Request a certificate and bind the site to it
    Given the operator is logged on to the first web server as the local administrator
    When the operator runs "Internet Information Services (IIS) Manager"
    And on "Internet Information Services (IIS) Manager" the operator uses "Server Certificates"
    And on "Server Certificates" the operator uses "Create Certificate Request"
    And on "Distinguished Name Properties" the operator fills in:
      | Common name  | {web site}     |
      | Organization | {organization} |
      | Next         | pressed        |
    And on "File Name" the operator fills in:
      | File name | {request file} |
      | Finish    | pressed        |
    And the operator types the command:
      """
      certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" "{request file}" "{response file}"
      """
    And on "Server Certificates" the operator uses "Complete Certificate Request"
    And on "Specify Certificate Authority Response" the operator fills in:
      | File name | {response file} |
      | OK        | pressed         |
    And on "Server Certificates" the operator uses "Back"
    And on "Internet Information Services (IIS) Manager" the operator uses "Bindings"
    And on "Site Bindings" the operator uses "Add"
    And on "Add Site Binding" the operator fills in:
      | SSL certificate | {web site} |
      | OK              | pressed    |
    Then the site on the first web server presents a certificate for "{web site}" issued by "{issuing authority}"
