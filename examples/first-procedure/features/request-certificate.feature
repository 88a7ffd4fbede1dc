# source: request-certificate-002 request-certificate-003
Feature: Request a certificate for a server
  A server of the domain needs a certificate with its name.

  @procedure
  Scenario: Request and install the certificate
    # source: request-certificate-005
    When the operator logs on to the internal server as the administrator
    # source: request-certificate-006 request-certificate-007
    And the operator saves "C:\request.inf" on the internal server:
      """
      [NewRequest]
      Subject = "CN=files.{domain}"
      MachineKeySet = TRUE
      """
    # source: request-certificate-008
    And the operator types the command:
      """
      certreq -new C:\request.inf C:\request.req
      """
    # source: request-certificate-009
    And the operator types the command:
      """
      certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" C:\request.req C:\response.cer
      """
    # source: request-certificate-010
    And the operator types the command:
      """
      certreq -accept C:\response.cer
      """
    # source: request-certificate-013
    Then the Personal store of the internal server contains 1 certificate for "files.{domain}"

  # source: request-certificate-011
  @failure
  Scenario: The policy does not say that the key belongs to the computer
    Given the operator is logged on to the internal server as the administrator
    And the operator saves "C:\request.inf" on the internal server:
      """
      [NewRequest]
      Subject = "CN=files.{domain}"
      """
    When the operator types the command:
      """
      certreq -new C:\request.inf C:\request.req
      """
    And the operator types the command:
      """
      certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" C:\request.req C:\response.cer
      """
    And the operator types the command:
      """
      certreq -accept C:\response.cer
      """
    Then the Personal store of the internal server contains 0 certificates for "files.{domain}"
