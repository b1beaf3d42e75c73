# Makes the MSI on Windows, with WiX 3 (candle and light), which also runs Microsoft's own checks of
# the package (ICE):
#
#   packaging\windows\build-msi.ps1 PAYLOAD OUT.msi [-Version NUMBER]
#
# PAYLOAD is the folder that packaging/freeze made; a Python with the program's packages is on the
# PATH. WIX names WiX's folder where its tools are not on the PATH.
param(
    [Parameter(Mandatory)] [string] $Payload,
    [Parameter(Mandatory)] [string] $Out,
    # Another than the program's own: to try an upgrade.
    [string] $Version = ''
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-Tool([string] $Tool, [string[]] $Arguments) {
    & $Tool @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Tool failed with $LASTEXITCODE" }
}

function Find-Wix([string] $Name) {
    if ($env:WIX) { return Join-Path $env:WIX "bin\$Name.exe" }
    return (Get-Command "$Name.exe").Source
}

$Payload = (Resolve-Path -LiteralPath $Payload).Path
$Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
$stage = Join-Path ([System.IO.Path]::GetTempPath()) ([System.IO.Path]::GetRandomFileName())
try {
    $words = @((Join-Path $PSScriptRoot 'prepare.py'), $Payload, $stage)
    if ($Version) { $words += $Version }
    Invoke-Tool 'python' $words
    $variables = Get-Content -Raw -LiteralPath (Join-Path $stage 'variables.json') | ConvertFrom-Json
    Push-Location $stage
    try {
        Invoke-Tool (Find-Wix 'candle') @(
            '-nologo', '-arch', 'x64',
            "-dVersion=$($variables.Version)",
            "-dProductCode=$($variables.ProductCode)",
            '-dIcon=call-notifier.ico',
            'call-notifier.wxs', 'payload.wxs'
        )
        # ICE43 and ICE57 want a key of the person's own behind a shortcut. This package is for the
        # machine: such a key would have it repaired for each person who logs in.
        Invoke-Tool (Find-Wix 'light') @(
            '-nologo', '-sice:ICE43', '-sice:ICE57', '-spdb',
            '-out', $Out, 'call-notifier.wixobj', 'payload.wixobj'
        )
    } finally {
        Pop-Location
    }
} finally {
    if (Test-Path -LiteralPath $stage) { Remove-Item -Recurse -Force -LiteralPath $stage }
}
Write-Output "$Out`: $((Get-Item -LiteralPath $Out).Length) bytes"
