Feature: Judge the deployment

  @judgement
  Example: The deployment as it stands
    Then the judge looks at every server

  # source: 04952-247
  Rule: A certificate is renewed before it ends

    @document-defect
    Example: Nothing is said about renewal
      Then the judge finds the certificate that ends soon

    Example: Renewed in time
      Then the judge finds nothing
