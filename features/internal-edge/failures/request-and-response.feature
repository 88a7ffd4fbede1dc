# source: 04952-200 04952-206
Feature: The request and its response
  A response is useful only on the server that has the private key of its request.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations
    And every Edge Server trusts the issuing authority
    And the first Edge Server has made a request, and the response has been carried back to it

  Rule: The key of the request must be present

    # failure: F50
    @failure
    Example: The pending request was deleted with its private key
      Given it is assumed that a response without its private key is imported
      And on the first Edge Server, the pending request has been deleted with its private key
      When the response is imported on the first Edge Server
      Then the internal certificate is not offered for assignment on the first Edge Server: private-key-missing

    # failure: F50
    Example: The pending request was deleted and its private key remains
      Given on the first Edge Server, the pending request has been deleted and its private key has stayed
      When the response is imported on the first Edge Server
      Then the first Edge Server holds the private key of its internal certificate

    # failure: F49
    @failure
    Example: The response is imported on the wrong server
      Given it is assumed that a response without its private key is imported
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      And the response has been imported on the second Edge Server
      When the judge looks at the second Edge Server
      Then the judge finds:
        | finding             | severity | where                  |
        | not-assigned        | error    | the second Edge Server |
        | private-key-missing | error    | the second Edge Server |

    # failure: F49
    @failure
    Example: The wrong server is assumed to refuse the response
      Given it is assumed that a response without its private key is refused
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      When the response is imported on the second Edge Server
      Then it is refused: CRYPT_E_NOT_FOUND
      And nothing has changed

  Rule: Each request has its own key

    Background:
      Given the operator is logged on to the first Edge Server as the Edge administrator

    # failure: F51
    Example: Import the response to the first request
      Given it is assumed that a second request leaves the first
      And the operator has made a request with an exportable key
      When the response is imported on the first Edge Server
      Then the first Edge Server holds the private key of its internal certificate

    # failure: F51
    @failure
    Example: The second request is assumed to delete the first
      Given it is assumed that a second request clears the first
      And it is assumed that a response without its private key is imported
      And the operator has made a request with an exportable key
      When the response is imported on the first Edge Server
      Then the first Edge Server holds no private key of its internal certificate

    # failure: F51
    Example: The judge reports pending requests
      Given it is assumed that a second request leaves the first
      And the operator has made a request with an exportable key
      And the response has been imported on the first Edge Server
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding             | severity | where                 |
        | not-assigned        | error    | the first Edge Server |
        | request-outstanding | info     | the first Edge Server |

  Rule: The file must be the complete response

    # failure: F48
    @failure
    Example: The request file is imported as the response
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator imports the file "{request file}"
      Then it is refused: CRYPT_E_ASN1_BADTAG
      And nothing has changed

    # failure: F48
    @failure
    Example: The response file is truncated
      Given the response has been truncated during its transfer
      When the response is imported on the first Edge Server
      Then it is refused: CRYPT_E_ASN1_BADTAG
      And nothing has changed

  Rule: The snap-in does not link the private key

    # failure: F01
    @failure
    Example: Import the response with the snap-in
      Given it is assumed that the snap-in leaves a certificate without its private key
      When the response is imported on the first Edge Server with the snap-in
      Then the internal certificate is not offered for assignment on the first Edge Server: private-key-missing

    # failure: F01
    Example: Link the existing key to the certificate
      Given the response has been imported on the first Edge Server with the snap-in
      When the internal certificate on the first Edge Server is joined to its private key again
      Then the first Edge Server holds the private key of its internal certificate

    # failure: F01
    Example: The snap-in is assumed to link the key
      Given it is assumed that the snap-in joins a certificate to its private key
      When the response is imported on the first Edge Server with the snap-in
      Then the first Edge Server holds the private key of its internal certificate

    # failure: F01
    @failure
    Example: A missing key cannot be linked
      Given it is assumed that a response without its private key is imported
      And the file "{response file}" has been carried from the first Edge Server to the second Edge Server
      And the response has been imported on the second Edge Server
      When the internal certificate on the second Edge Server is joined to its private key again
      Then it is refused: NTE_BAD_KEYSET
      And nothing has changed
