<#
Collects the state of this server for: rehearse check

It runs in Windows PowerShell 2.0 to 5.1. Run it in a 64-bit window, as an administrator, on each server:
    powershell -ExecutionPolicy Bypass -File collect-pool-state.ps1

It changes nothing on the server. It writes one file, the result. No private key leaves the server. It reads:
  1. the certificates and friendly names in Personal, Trusted Root, Intermediate and Certificate Enrollment Requests,
     of the computer and of the user who runs it
  2. for each private key: container, provider, export flag, and who may read its file; never the private key itself
  3. the assignments (Get-CsCertificate), and on a Front End Server the replication status
  4. the version of Windows, the name of the server, and its clock
  5. the switches of TLS, of .NET Framework and of the trusted roots in the registry
  6. the names of .pfx and .p12 files in the folders that -Folder names
#>
param(
    [string]$Path = '',
    [string[]]$Folder = @(),
    [string]$Server = ''
)
$ErrorActionPreference = 'Stop'

function Text($value) {
    if ($null -eq $value) { return 'null' }
    $text = New-Object System.Text.StringBuilder
    [void]$text.Append('"')
    foreach ($character in ([string]$value).ToCharArray()) {
        $number = [int]$character
        if ($number -lt 32 -or $number -gt 126 -or $number -eq 34 -or $number -eq 92) {
            [void]$text.Append('\u' + $number.ToString('x4'))
        } else {
            [void]$text.Append($character)
        }
    }
    [void]$text.Append('"')
    return $text.ToString()
}

function Flag($value) {
    if ($null -eq $value) { return 'null' }
    if ($value) { return 'true' }
    return 'false'
}

function Sequence($items) { return '[' + (@($items) -join ',') + ']' }

function Readers($file) {
    if (-not (Test-Path -LiteralPath $file)) { return 'null' }
    $names = @()
    $rules = (Get-Acl -Path $file).GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier])
    foreach ($rule in $rules) {
        $reads = ([int]$rule.FileSystemRights -band 1) -ne 0 -or [int]$rule.FileSystemRights -lt 0
        if ($rule.AccessControlType -eq 'Allow' -and $reads) { $names += Text $rule.IdentityReference.Value }
    }
    return Sequence $names
}

function Key($container, $kept, $isOwn, $provider, $exportable, $readers) {
    return '{"container":' + (Text $container) + ',"kept":"' + $kept + '","matches":' + (Flag $isOwn) +
        ',"provider":' + (Text $provider) + ',"exportable":' + (Flag $exportable) + ',"readers":' + $readers + '}'
}

function Kept($isOfComputer) {
    if ($isOfComputer) { return 'computer' }
    return 'user'
}

function SameModulus($one, $other) {
    return [Convert]::ToBase64String($one.Modulus) -eq [Convert]::ToBase64String($other.Modulus)
}

function CngKey($certificate) {
    $type = 'System.Security.Cryptography.X509Certificates.RSACertificateExtensions' -as [type]
    if ($null -eq $type) { return Key $null 'unknown' $null $null $null 'null' }
    $rsa = $type::GetRSAPrivateKey($certificate)
    $isOwn = SameModulus $rsa.ExportParameters($false) $certificate.PublicKey.Key.ExportParameters($false)
    $exportable = ([int]$rsa.Key.ExportPolicy -band 1) -ne 0
    $file = Join-Path $env:ProgramData ('Microsoft\Crypto\Keys\' + $rsa.Key.UniqueName)
    return Key $rsa.Key.UniqueName (Kept $rsa.Key.IsMachineKey) $isOwn $rsa.Key.Provider.Provider $exportable (Readers $file)
}

function CspKey($certificate, $rsa) {
    $information = $rsa.CspKeyContainerInfo
    $isOwn = SameModulus $rsa.ExportParameters($false) $certificate.PublicKey.Key.ExportParameters($false)
    $file = Join-Path $env:ProgramData ('Microsoft\Crypto\RSA\MachineKeys\' + $information.UniqueKeyContainerName)
    return Key $information.UniqueKeyContainerName (Kept $information.MachineKeyStore) $isOwn $information.ProviderName $information.Exportable (Readers $file)
}

function KeyOf($certificate) {
    if (-not $certificate.HasPrivateKey) { return 'null' }
    try {
        $rsa = $certificate.PrivateKey
        if ($null -ne $rsa -and $null -ne $rsa.CspKeyContainerInfo) { return CspKey $certificate $rsa }
    } catch {
        $inner = $_.Exception
        while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
        # NTE_BAD_KEYSET: the container does not exist
        if ([System.Runtime.InteropServices.Marshal]::GetHRForException($inner) -eq -2146893802) {
            return Key $null 'nowhere' $null $null $null 'null'
        }
    }
    try { return CngKey $certificate } catch { return Key $null 'unknown' $null $null $null 'null' }
}

function StoreOf($location, $name) {
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store($name, $location)
    try {
        $store.Open('ReadOnly, OpenExistingOnly')
    } catch {
        $inner = $_.Exception
        while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
        # ERROR_FILE_NOT_FOUND: the store does not exist
        if ([System.Runtime.InteropServices.Marshal]::GetHRForException($inner) -ne -2147024894) { throw }
        return '{"location":"' + $location + '","store":"' + $name + '","certificates":[]}'
    }
    $entries = @()
    foreach ($certificate in $store.Certificates) {
        $entries += '{"der":"' + [Convert]::ToBase64String($certificate.RawData) + '","friendlyName":' +
            (Text ([string]$certificate.FriendlyName)) + ',"key":' + (KeyOf $certificate) + '}'
    }
    $store.Close()
    return '{"location":"' + $location + '","store":"' + $name + '","certificates":' + (Sequence $entries) + '}'
}

function RegistryValues {
    $schannel = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL'
    $policies = 'SOFTWARE\Policies\Microsoft\SystemCertificates'
    $names = @(
        @($schannel, 'ClientAuthTrustMode'),
        @('SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto'),
        @('SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto'),
        @("$policies\AuthRoot", 'DisableRootAutoUpdate'),
        @('SOFTWARE\Microsoft\SystemCertificates\AuthRoot\AutoUpdate', 'RootDirUrl'),
        @("$policies\Root\ProtectedRoots", 'Flags')
    )
    foreach ($version in 'TLS 1.0', 'TLS 1.1', 'TLS 1.2') {
        foreach ($role in 'Client', 'Server') {
            foreach ($name in 'Enabled', 'DisabledByDefault') { $names += , @("$schannel\Protocols\$version\$role", $name) }
        }
    }
    $values = @()
    foreach ($one in $names) {
        $value = [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\' + $one[0], $one[1], $null)
        if ($null -ne $value) {
            $shown = if ($value -is [int]) { ([int64]$value -band 4294967295).ToString() } else { Text $value }
            $values += '{"key":' + (Text $one[0]) + ',"name":' + (Text $one[1]) + ',"value":' + $shown + '}'
        }
    }
    return Sequence $values
}

function DistributedRoots {
    $names = @()
    foreach ($key in 'HKLM:\SOFTWARE\Microsoft\EnterpriseCertificates\Root\Certificates',
        'HKLM:\SOFTWARE\Policies\Microsoft\SystemCertificates\Root\Certificates') {
        if (Test-Path -LiteralPath $key) {
            foreach ($one in @(Get-ChildItem -Path $key)) { $names += Text $one.PSChildName.ToUpperInvariant() }
        }
    }
    return Sequence $names
}

function Assignments {
    if ($null -eq (Get-Command -Name 'Get-CsCertificate' -ErrorAction SilentlyContinue)) { return 'null' }
    $uses = @()
    foreach ($one in @(Get-CsCertificate)) {
        foreach ($use in @($one.Use)) { $uses += (Text $use) + ':' + (Text $one.Thumbprint.ToUpperInvariant()) }
    }
    return '{' + ($uses -join ',') + '}'
}

function Replication {
    try {
        $replicas = @()
        foreach ($one in @(Get-CsManagementStoreReplicationStatus)) {
            $replicas += '{"replica":' + (Text $one.ReplicaFqdn) + ',"upToDate":' + (Flag $one.UpToDate) +
                ',"lastStatusReport":' + (Text $one.LastStatusReport) + '}'
        }
        return Sequence $replicas
    } catch { return 'null' }
}

function KeyFiles {
    if ($Folder.Count -eq 0) { return 'null' }
    $files = @()
    foreach ($one in @(Get-ChildItem -Path $Folder -Recurse -Force -Include '*.pfx', '*.p12' -ErrorAction SilentlyContinue)) {
        $files += Text $one.FullName
    }
    return Sequence $files
}

try { Import-Module -Name Lync } catch { $null = $_ }
if ($Server -eq '') { $Server = [System.Net.Dns]::GetHostEntry('').HostName }
if ($Path -eq '') { $Path = Join-Path (Get-Location).ProviderPath ($Server + '.json') }
if (Test-Path -LiteralPath $Path) { throw "$Path is there already; give another name with -Path" }
$stores = @()
foreach ($location in 'LocalMachine', 'CurrentUser') {
    foreach ($name in 'My', 'Root', 'CA', 'REQUEST') { $stores += StoreOf $location $name }
}
$windows = (Get-WmiObject -Class Win32_OperatingSystem).Version
$assigned = try { Assignments } catch { 'null' }
$result = '{"format":"rehearse-server-state","version":1,"server":' + (Text $Server) + ',"windows":' + (Text $windows) +
    ',"clock":{"utc":"' + [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture) + '","offset":null}' +
    ',"stores":' + (Sequence $stores) + ',"distributedRoots":' + (DistributedRoots) + ',"assigned":' + $assigned +
    ',"registry":' + (RegistryValues) + ',"keyFiles":' + (KeyFiles) + ',"replication":' + (Replication) + '}'
[System.IO.File]::WriteAllText($Path, $result + "`r`n", (New-Object System.Text.UTF8Encoding($false)))
