# source: 04952-247 04952-165
Feature: TLS settings of Windows
  A handshake can fail or wait although every certificate is right. The settings are in the registry and in group
  policies.

  Background:
    Given a pool of 2 Edge Servers behind a load balancer
    And the issuing authority follows the recommendations

  Rule: Both sides need a common version of TLS

    Background:
      Given every Edge Server runs Windows Server 2012 R2
      And the internal server runs Windows Server 2012 R2
      And the pool has been set up
      And on every Edge Server, TLS 1.0 is disabled

    # failure: F34b
    @failure
    Example: The Front End Server offers TLS 1.0 only
      When the judge looks at the pool
      Then the judge finds:
        | finding               | severity | where             |
        | no-common-tls-version | error    | every Edge Server |
      And replication to every Edge Server fails with event 1017 and SEC_E_ALGORITHM_MISMATCH

    # failure: F34b
    Example: Let the Front End Server offer later versions
      Given the operator is logged on to the internal server as the Lync administrator
      When the operator types the command:
        """
        reg add HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 /v SchUseStrongCrypto /t REG_DWORD /d 1 /f
        """
      Then replication to every Edge Server is up to date

    # failure: F34b
    @two-windows-versions
    @failure
    Example: Windows Server 2008 R2 does not accept later versions by default
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And on the internal server, SchUseStrongCrypto is 1
      When the judge looks at the first Edge Server
      Then the judge finds:
        | finding               | severity | where                 |
        | no-common-tls-version | error    | the first Edge Server |
      And replication to every Edge Server fails with event 1017 and SEC_E_ALGORITHM_MISMATCH

    # failure: F34b
    @two-windows-versions
    Example: Enable TLS 1.2 on Windows Server 2008 R2
      Given on every Edge Server, Windows Server 2008 R2 is installed
      And on the internal server, SchUseStrongCrypto is 1
      And the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server" /v DisabledByDefault /t REG_DWORD /d 0 /f
        """
      Then replication to the first Edge Server is up to date

  Rule: Each handshake waits if the list of trusted roots is unreachable

    Background:
      Given the pool has been set up
      And on the first Edge Server, Windows Update is out of reach

    # failure: F37d
    @failure
    Example: The server cannot reach the Internet
      When the judge looks at the pool
      Then the judge finds:
        | finding               | severity | where                 |
        | root-list-unreachable | warning  | the first Edge Server |
      And each handshake on the first Edge Server waits 15 seconds
      And replication to the first Edge Server is up to date

    # failure: F37d
    Example: Turn off the automatic update of roots
      Given the operator is logged on to the first Edge Server as the Edge administrator
      And the operator has typed the command:
        """
        reg add HKLM\SOFTWARE\Policies\Microsoft\SystemCertificates\AuthRoot /v DisableRootAutoUpdate /t REG_DWORD /d 1 /f
        """
      When the judge looks at the pool
      Then the judge finds nothing
      And each handshake on the first Edge Server waits 0 seconds

    # failure: F37d
    Example: Fetch the list from a server of the organization
      Given the operator is logged on to the first Edge Server as the Edge administrator
      When the operator types the command:
        """
        reg add HKLM\SOFTWARE\Microsoft\SystemCertificates\AuthRoot\AutoUpdate /v RootDirUrl /t REG_SZ /d http://pki.contoso.com/roots /f
        """
      Then each handshake on the first Edge Server waits 0 seconds

  Rule: A group policy may limit the trusted roots

    Background:
      Given on the internal server, a group policy trusts the roots of the enterprise only
      And it is assumed that a public authority adds the common name to the alternative names
      And it is assumed that the wizard puts the certificates of authorities by their type

    # failure: F06b
    @failure
    Example: The root of a public authority is no longer trusted
      Given the administrators have carried out the whole procedure with a public authority
      When the services on every Edge Server are restarted
      Then replication to every Edge Server fails with event 1015 and SEC_E_UNTRUSTED_ROOT

    # failure: F06b
    Example: Remove the policy
      Given the administrators have carried out the whole procedure with a public authority
      And the services on every Edge Server have been restarted
      And the operator is logged on to the internal server as the Lync administrator
      When the operator types the command:
        """
        reg delete HKLM\SOFTWARE\Policies\Microsoft\SystemCertificates\Root\ProtectedRoots /v Flags /f
        """
      Then replication to every Edge Server is up to date

    Example: The root of an enterprise authority is trusted
      Given the issuing authority uses templates
      And the pool has been set up
      When the judge looks at the pool
      Then the judge finds nothing
      And replication to every Edge Server is up to date
