# source: 04952-129
Feature: Download the certification chain from the web site of the authority
  An Edge Server can use a certificate only if it has the certification path up to a root that it trusts. Download the
  path on an internal server, which can reach the authority's web site, and copy it to the Edge Servers.

  Rule: The documented path

    @procedure
    Example: Download the chain with certsrv
      # source: 04952-130
      When the operator logs on to the internal server as the Lync administrator
      # source: 04952-131 04952-132
      And the operator runs "{certsrv address}"
      # source: 04952-134
      And on "Select a task" the operator uses "Download a CA certificate, certificate chain, or CRL"
      # source: 04952-135
      And on "Download a CA Certificate, Certificate Chain, or CRL" the operator uses "Download CA certificate chain"
      # source: 04952-136
      And on "File Download" the operator uses "Save"
      # source: 04952-137
      And on "Save As" the operator fills in:
        | File name | {chain file} |
        | Save      | pressed      |
      # source: 04952-137
      And the file "{chain file}" is carried from the internal server to every Edge Server
      # source: 04952-138 04952-139
      Then the file "{chain file}" on every Edge Server holds the certification path of the issuing authority

  Rule: Open the site over https, from the internal network

    # source: 04952-133
    @failure
    Example: The address begins with http
      Given the web site of the issuing authority requires https
      And the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over http
      Then it is refused: https-required
      And nothing has changed

    # source: 04952-130
    @failure
    Example: An Edge Server cannot reach the site
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator downloads the chain over https
      Then it is refused: web-server-not-found
      And nothing has changed

  Rule: The file contains the whole certification path

    # source: 04952-138
    Example: The path ends with a root certificate
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over https
      Then the file "{chain file}" on the internal server holds the certification path of the issuing authority

  Rule: The chain file can be deleted

    # source: 04952-137
    @rollback
    Example: Delete the chain file
      Given the certification path of the issuing authority is in "{chain file}" on the internal server
      And the operator is logged on to the internal server as the Lync administrator
      When the operator types the command:
        """
        del "{chain file}"
        """
      Then there is no file "{chain file}" on the internal server
