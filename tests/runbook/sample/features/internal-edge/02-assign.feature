# source: 04952-247
Feature: Assign the certificate "everywhere"

  @procedure
  Example: Assign it
    # source: 04952-248
    Given the operator opens the wizard
    # source: 04952-249
    When the operator finds a wrong thumbprint
    # source: 04952-250
    And the operator assigns it

  # source: 04952-251
  @failure
  Example: The pool has one server only
    Given a single server cannot repeat this

  # source: 04952-194
  @failure
  Example: The answer of another section
    Then the authority answers denied

  @retried
  Example: Works the second time
    Given it works the second time only

  Example: Never written
    Given a step that nobody wrote
    Then it is left for later
    And two definitions match
