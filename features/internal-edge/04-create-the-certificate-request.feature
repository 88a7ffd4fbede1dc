# source: 04952-175
Feature: Create the certificate request
  One Edge Server of the pool creates the private key and requests the certificate. The wizard takes the name of the
  pool from the topology. This step determines whether the key can leave the server later.

  Rule: The documented path

    @procedure
    Example: Create the request with the Certificate Wizard
      Given the operator is logged on to the first Edge Server as the Edge administrator
      # source: 04952-176 04952-177
      When the operator runs "Deployment Wizard"
      # cannot be taken back: Step 3 shows the name Run again after its first run
      # source: 04952-176
      And on "Deployment Wizard" the operator uses "Run"
      # source: 04952-179
      And on "Available Certificate Tasks" the operator uses "Create a new certificate request"
      # source: 04952-180
      And on "Certificate Request" the operator uses "Next"
      # source: 04952-181
      And on "Delayed or Immediate Requests" the operator fills in:
        | Prepare the request now, but send it later | chosen  |
        | Next                                       | pressed |
      # source: 04952-182
      And on "Certificate Request File" the operator fills in:
        | File name | {request file} |
        | Next      | pressed        |
      # source: 04952-183
      And on "Specify Alternate Certificate Template" the operator fills in:
        | Use alternative certificate template for the selected Certificate Authority | unticked |
        | Next                                                                        | pressed  |
      # source: 04952-184 04952-185 04952-186 04952-188
      And on "Name and Security Settings" the operator fills in:
        | Friendly name                              | {friendly name} |
        | Bit length                                 | {bit length}    |
        | Mark certificate private key as exportable | ticked          |
        | Next                                       | pressed         |
      # source: 04952-189
      And on "Organization Information" the operator fills in:
        | Organization             | {organization}        |
        | Organizational unit (OU) | {organizational unit} |
        | Next                     | pressed               |
      # source: 04952-190
      And on "Geographical Information" the operator fills in:
        | Country/Region | {country} |
        | State/Province | {state}   |
        | City/Locality  | {city}    |
        | Next           | pressed   |
      # source: 04952-191
      And on "Subject Name/Subject Alternate Names" the operator reads and goes on:
        | Subject name              | {pool} |
        | Subject alternative names | (none) |
      # source: 04952-192
      And on "Configure Additional Subject Alternate Names" the operator uses "Next"
      # cannot be taken back: the private key stays on the server when the pending request is deleted
      # source: 04952-193
      And on "Request Summary" the operator uses "Next"
      # source: 04952-194 04952-195 04952-196
      And the operator goes through:
        | page               | control  | value   |
        | Executing Commands | View Log | pressed |
        | Log                | Close    | pressed |
        | Executing Commands | Next     | pressed |
      # source: 04952-197 04952-198 04952-199
      And the operator goes through:
        | page                     | control | value   |
        | Certificate Request File | View    | pressed |
        | Notepad                  | Close   | pressed |
        | Certificate Request File | Finish  | pressed |
      # source: 04952-178
      Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark
      # source: 04952-175
      And the file "{request file}" on the first Edge Server holds a request for "{pool}"

  Rule: The private key of the request stays on the requesting server

    # source: 04952-177
    Example: Any server of the pool can create the request
      Given a pool of 3 Edge Servers behind a load balancer
      And the operator is logged on to the second Edge Server as the Edge administrator
      When the operator makes a request with an exportable key
      Then only the second Edge Server holds the private key of the request

    # source: 04952-182
    # fails at: 04952-192
    @failure
    Example: The folder of the request file does not exist
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request into the file "C:\no-such-folder\edge.req"
      Then it is refused: path-not-found
      And nothing has changed

    # source: 04952-192
    @failure
    Example: The account that makes the request is not an administrator
      Given the operator is logged on to the first Edge Server as an ordinary user
      When the operator makes a request with an exportable key
      Then it is refused: not-an-administrator
      And nothing has changed

  Rule: The request contains the entries of the wizard

    # source: 04952-186 04952-187
    Scenario Outline: Request a key of <bits> bits
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with a key of <bits> bits
      Then the request on the first Edge Server is for:
        | key size | <bits> |

      Examples:
        | bits |
        | 1024 |
        | 4096 |

    # source: 04952-175
    Example: The request is for Server Authentication
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with an exportable key
      Then the request on the first Edge Server is for:
        | usages | digitalSignature, keyEncipherment, serverAuth |

    # source: 04952-183
    Example: Select an alternate template
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the alternate template "WebServerManual"
      Then the request on the first Edge Server is for:
        | template | WebServerManual |

    # source: 04952-192
    Example: Add subject alternative names
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request with the additional name "edge-internal.example.net"
      Then the request on the first Edge Server is for:
        | names | {pool}, edge-internal.example.net |

    # source: 04952-188
    @failure
    Example: The key is not marked as exportable
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator makes a request without an exportable key
      Then the request on the first Edge Server is for:
        | private key | not exportable |

  Rule: A pending request can be deleted

    Background:
      Given the first Edge Server has made a request, and it has been carried to the internal server
      And the operator is logged on to the first Edge Server as the Edge administrator

    # source: 04952-193
    @rollback
    Example: Delete the pending request
      When the operator types the command:
        """
        certutil -delstore REQUEST {request serial number}
        """
      Then no request is pending on the first Edge Server

    # source: 04952-193
    @rollback
    Example: Delete the request file
      When the operator types the command:
        """
        del "{request file}"
        """
      Then there is no file "{request file}" on the first Edge Server
