# source: 04952-129
Feature: Download the certification chain from the web site of the authority
  An Edge Server can use a certificate only when it knows the certification path up to a root that it trusts. Somebody
  fetches that path on an internal server, from where the authority's web site is reached, and carries it over.

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

  Rule: The site is used over https, from the internal network

    # source: 04952-133
    @failure
    Example: http instead of https
      Given the web site of the issuing authority requires https
      And the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over http
      Then it is refused: https-required
      And nothing has changed

    # source: 04952-130
    @failure
    Example: The download is tried on an Edge Server
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator downloads the chain over https
      Then it is refused: web-server-not-found
      And nothing has changed

  Rule: The file holds the whole path

    # source: 04952-138
    Example: The path ends in a root
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator downloads the chain over https
      Then the file "{chain file}" on the internal server holds the certification path of the issuing authority

  Rule: The file of the chain can be taken back

    # source: 04952-137
    @rollback
    Example: The file of the chain is deleted again
      Given the certification path of the issuing authority lies in "{chain file}" on the internal server
      And the operator is logged on to the internal server as the Lync administrator
      When the operator types the command:
        """
        del "{chain file}"
        """
      Then there is no file "{chain file}" on the internal server
