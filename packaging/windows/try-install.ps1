# Installs, upgrades and removes the MSI on a Windows machine, and looks at everything that it should
# have done. Needs an administrator, and a machine that may be used for it (a runner).
#
#   packaging\windows\try-install.ps1 OLD.msi NEW.msi
param(
    [Parameter(Mandatory)] [string] $Old,
    [Parameter(Mandatory)] [string] $New
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$folder = Join-Path $env:ProgramFiles 'Call Notifier'
$key = 'HKLM:\SOFTWARE\Call Notifier\Installation'
$run = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Run'
$servers = 'turn:a.example.org;turns:b.example.org?transport=tcp'
$log = Join-Path ([System.IO.Path]::GetTempPath()) 'call-notifier-msi.log'
$limit = 600 # seconds that msiexec may take

function Assert-Equal([string] $What, $Found, $Wanted) {
    if ("$Found" -cne "$Wanted") { throw "${What}: '$Found', not '$Wanted'" }
    Write-Output "   ${What}: $Found"
}

function Invoke-Msi([int] $Wanted, [string[]] $Words) {
    $process = Start-Process msiexec.exe -PassThru `
        -ArgumentList ($Words + @('/qn', '/norestart', '/l*v', "`"$log`""))
    if (-not $process.WaitForExit($limit * 1000)) {
        $process.Kill()
        throw "msiexec takes more than $limit s"
    }
    if ($process.ExitCode -ne $Wanted) {
        Get-Content $log -Tail 80
        throw "msiexec $($Words -join ' '): $($process.ExitCode), not $Wanted"
    }
    Write-Output "   msiexec $($Words -join ' '): $Wanted"
}

function Get-Value([string] $Path, [string] $Name) {
    $item = Get-ItemProperty -LiteralPath $Path -ErrorAction SilentlyContinue
    if ($null -eq $item -or $item.PSObject.Properties.Name -notcontains $Name) { return $null }
    return $item.$Name
}

$Old = (Resolve-Path -LiteralPath $Old).Path
$New = (Resolve-Path -LiteralPath $New).Path
$policy = Join-Path ([System.IO.Path]::GetTempPath()) 'policy.json'
[System.IO.File]::WriteAllText($policy, '{"default": {"test": {"interval": 900}}}')
$console = Join-Path $folder 'call-notifier-console.exe'

Write-Output '== what is wrong is refused, and leaves nothing'
foreach ($wrong in 'AUTOSTART=yes', 'SERVERS=a.example.org', 'POLICYFILE=policy.json',
    'POLICYFILE=C:\nothing.json') {
    Invoke-Msi 1603 @('/i', "`"$Old`"", $wrong)
    Assert-Equal 'folder' (Test-Path -LiteralPath $folder) $false
}

Write-Output '== with properties'
Invoke-Msi 0 @('/i', "`"$Old`"", "SERVERS=`"$servers`"", 'AUTOSTART=0', "POLICYFILE=`"$policy`"")
Assert-Equal 'servers' (Get-Value $key 'Servers') $servers
Assert-Equal 'starts at log-in' (Get-Value $run 'CallNotifier') ''
foreach ($browser in 'Google\Chrome', 'Microsoft\Edge', 'Mozilla') {
    $manifest = (Get-Item "HKLM:\SOFTWARE\$browser\NativeMessagingHosts\org.call_notifier.feed").GetValue('')
    Assert-Equal $browser (Test-Path -LiteralPath $manifest) $true
}

Write-Output '== the program runs, and sees what was said'
$found = & $console config show --json | ConvertFrom-Json
Assert-Equal 'config show' $LASTEXITCODE 0
if (($found | ConvertTo-Json -Depth 20) -notmatch 'a\.example\.org') { throw 'SERVERS is not in force' }
& $console config check-policy (Join-Path $folder 'policy.d\installation.json')
Assert-Equal 'policy' $LASTEXITCODE 0
& $console browsers status
Assert-Equal 'browsers' $LASTEXITCODE 0

Write-Output '== an upgrade while it runs, which keeps what was said'
$program = Start-Process (Join-Path $folder 'call-notifier.exe') '--background' -PassThru
Start-Sleep -Seconds 10
Invoke-Msi 0 @('/i', "`"$New`"")
$program.WaitForExit(30000) | Out-Null
Assert-Equal 'ended' $program.HasExited $true
Assert-Equal 'servers' (Get-Value $key 'Servers') $servers
Assert-Equal 'starts at log-in' (Get-Value $run 'CallNotifier') ''
Assert-Equal 'policy' (Test-Path -LiteralPath (Join-Path $folder 'policy.d\installation.json')) $true
Assert-Equal 'program' (Test-Path -LiteralPath $console) $true

Write-Output '== a downgrade is refused; a repair is safe; AUTOSTART can be changed'
Invoke-Msi 1603 @('/i', "`"$Old`"")
Invoke-Msi 0 @('/i', "`"$New`"", 'REINSTALL=ALL', 'AUTOSTART=1')
Assert-Equal 'starts at log-in' (Get-Value $run 'CallNotifier') `
    "`"$(Join-Path $folder 'call-notifier.exe')`" --background"
& $console config path
Assert-Equal 'runs' $LASTEXITCODE 0

Write-Output '== removed: nothing stays but what is people''s'
Invoke-Msi 0 @('/x', "`"$New`"")
Assert-Equal 'folder' (Test-Path -LiteralPath $folder) $false
Assert-Equal 'key' (Test-Path -LiteralPath $key) $false
Assert-Equal 'starts at log-in' (Get-Value $run 'CallNotifier') ''

Write-Output '== a run against the embedded relay, with nothing configured'
Invoke-Msi 0 @('/i', "`"$New`"")
$verdict = & $console probe --json | ConvertFrom-Json
Assert-Equal 'probe' $LASTEXITCODE 0
Assert-Equal 'connectivity' $verdict.connectivity 'success'
Invoke-Msi 0 @('/x', "`"$New`"")
Write-Output '== all as it should be'
