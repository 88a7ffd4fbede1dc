# source: renewal-002 renewal-003
Feature: Renew the certificate of a web site
  @procedure
  Scenario: Renew the certificate and bind the site to it
    # source: renewal-007
    When the operator logs on to the first web server as the web administrator
    # source: renewal-008 renewal-009
    And the operator saves the policy on the first web server:
      """
      [NewRequest]
      Subject = "CN={web site}"
      Exportable = TRUE
      MachineKeySet = TRUE
      [Extensions]
      2.5.29.17 = "{text}"
      _continue_ = "dns={web site}&"
      """
    # source: renewal-010
    And the operator types the command:
      """
      certreq -new "{policy file}" "{request file}"
      """
    # source: renewal-011
    And the operator types the command:
      """
      certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" "{request file}" "{response file}"
      """
    # source: renewal-012
    And the operator runs "Internet Information Services (IIS) Manager"
    And on "Internet Information Services (IIS) Manager" the operator uses "Server Certificates"
    # source: renewal-013 renewal-014
    And the operator goes through:
      | page                                   | control                                                         | value           |
      | Server Certificates                    | Complete Certificate Request...                                 | pressed         |
      | Specify Certificate Authority Response | File name containing the certification authority's response     | {response file} |
      | Specify Certificate Authority Response | Friendly name                                                   | Web site, new   |
      | Specify Certificate Authority Response | OK                                                              | pressed         |
    # source: renewal-015
    And the operator goes through:
      | page                | control             | value           |
      | Server Certificates | Server Certificates | Web site, new   |
      | Server Certificates | Export...           | pressed         |
      | Export Certificate  | Export to           | {exported file} |
      | Export Certificate  | Password            | {password}      |
      | Export Certificate  | Confirm password    | {password}      |
      | Export Certificate  | OK                  | pressed         |
    # source: renewal-016
    And the operator logs on to the second web server as the web administrator
    And the operator runs "Internet Information Services (IIS) Manager"
    # source: renewal-017
    And the operator goes through:
      | page                                       | control                 | value           |
      | Internet Information Services (IIS) Manager | Server Certificates    | pressed         |
      | Server Certificates                        | Import...               | pressed         |
      | Import Certificate                         | Certificate file (.pfx) | {exported file} |
      | Import Certificate                         | Password                | {password}      |
      | Import Certificate                         | OK                      | pressed         |
    # source: renewal-018 renewal-019
    And the operator logs on to the second web server as the web administrator
    And the operator runs "Internet Information Services (IIS) Manager"
    And the operator goes through:
      | page                                        | control                        | value         |
      | Internet Information Services (IIS) Manager | Bindings...                    | pressed       |
      | Site Bindings                               | Edit...                        | pressed       |
      | Edit Site Binding                           | Host name                      | {web site}    |
      | Edit Site Binding                           | Require Server Name Indication | ticked        |
      | Edit Site Binding                           | SSL certificate                | Web site, new |
      | Edit Site Binding                           | OK                             | pressed       |
    # source: renewal-020
    And the operator repeats this procedure on the first web server
    # source: renewal-022
    Then the site on the first web server presents the certificate "Web site, new", with SNI
    And the site on the second web server presents the certificate "Web site, new", with SNI
    When the judge looks at the pool
    Then the judge finds no error

  # source: renewal-004 renewal-005
  @failure
  Scenario: The request of IIS Manager has no alternative names
    Given the operator is logged on to the first web server as the web administrator
    When the operator runs "Internet Information Services (IIS) Manager"
    And the operator goes through:
      | page                                        | control                                          | value          |
      | Internet Information Services (IIS) Manager | Server Certificates                              | pressed        |
      | Server Certificates                         | Create Certificate Request...                    | pressed        |
      | Distinguished Name Properties               | Common name                                      | {web site}     |
      | Distinguished Name Properties               | Next                                             | pressed        |
      | Cryptographic Service Provider Properties   | Bit length                                       | 2048           |
      | Cryptographic Service Provider Properties   | Next                                             | pressed        |
      | File Name                                   | Specify a file name for the certificate request  | {request file} |
      | File Name                                   | Finish                                           | pressed        |
    And the operator sends the request and completes it
    And the operator goes through:
      | page                                        | control                        | value      |
      | Server Certificates                         | Back                           | pressed    |
      | Internet Information Services (IIS) Manager | Bindings...                    | pressed    |
      | Site Bindings                               | Edit...                        | pressed    |
      | Edit Site Binding                           | SSL certificate                | {newest thumbprint} |
      | Edit Site Binding                           | OK                             | pressed    |
    And the judge looks at the pool
    Then the finding "no-alternative-name" names "{web site}"

  # fails at: renewal-014
  @failure
  Scenario: The request is completed on another server
    Given a request is made and sent on the first web server
    And the file "{response file}" has been carried from the first web server to the second web server
    When the operator tries to complete the request on the second web server
    Then it is refused: request-made-elsewhere
