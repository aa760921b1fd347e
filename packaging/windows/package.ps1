# Makes what people install on Windows, in target\package: an app image with a Java runtime of its
# own, and of it an installer (.msi), and a .zip that keeps all state beside the program.
#
#     packaging\windows\package.ps1 [-NoBuild]
#
# -NoBuild takes target\app as it is. Needs a JDK 25 in JAVA_HOME, Maven, and WiX 3.14 or newer.
param([switch] $NoBuild)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0
Set-Location (Join-Path $PSScriptRoot '..\..')

$root = (Get-Location).Path
$app = "$root\target\app"
$out = "$root\target\package"
$vendor = 'The Crossdock developers'
$description = 'Transfer files between two FTP servers over TLS'

function Start-Tool([string] $tool, [string[]] $arguments) {
    & $tool @arguments
    if ($LASTEXITCODE -ne 0) {
        throw "package: $tool ended with $LASTEXITCODE"
    }
}

function Start-Jdk([string] $tool, [string[]] $arguments) {
    Start-Tool "$env:JAVA_HOME\bin\$tool.exe" $arguments
}

# Every line that is no comment.
function Get-Lines([string] $file) {
    Get-Content $file | Where-Object { $_ -and -not $_.StartsWith('#') }
}

function New-Folder([string] $folder) {
    New-Item -ItemType Directory -Force $folder | Out-Null
}

# As packaging/jmods does on the other systems.
function New-Jmod([string] $module) {
    $jars = @(Get-ChildItem "$app\lib\javafx-$module-*-win*.jar")
    if ($jars.Count -ne 1) {
        throw "package: expected one jar of javafx.$module for Windows in $app\lib"
    }
    $classes = "$out\javafx\$module\classes"
    $natives = "$out\javafx\$module\natives"
    New-Folder $classes
    New-Folder $natives
    New-Folder "$out\jmods"
    Push-Location $classes
    Start-Jdk 'jar' @('--extract', '--file', $jars[0].FullName)
    Pop-Location
    if (Test-Path "$classes\META-INF") {
        Remove-Item -Recurse "$classes\META-INF"
    }
    # The JDK brings Microsoft's own libraries, and a runtime cannot hold them twice.
    Remove-Item "$classes\*" -Include 'api-ms-win-*.dll', 'msvcp*.dll', 'ucrtbase.dll',
        'vcruntime*.dll'
    Move-Item "$classes\*.dll" $natives
    Start-Jdk 'jmod' @('create', '--class-path', $classes, '--libs', $natives,
        "$out\jmods\javafx.$module.jmod")
}

function New-Runtime {
    'base', 'graphics', 'controls' | ForEach-Object { New-Jmod $_ }
    # Windows keeps its certificate authorities where only this module can read them.
    $modules = @(Get-Lines 'packaging\modules') + 'jdk.crypto.mscapi' + 'javafx.controls'
    Start-Jdk 'jlink' @('--module-path', "$out\jmods", '--add-modules', ($modules -join ','),
        '--no-header-files', '--no-man-pages', '--generate-cds-archive',
        '--output', "$out\runtime")
}

function New-Image {
    $files = "$out\input"
    New-Folder "$files\native"
    Copy-Item "$app\crossdock.jar" $files
    Copy-Item -Recurse "$app\lib" $files
    Remove-Item "$files\lib\javafx-*.jar"
    # SQLite would unpack its library into the folder for temporary files at each start.
    $sqlite = @(Get-ChildItem "$files\lib\sqlite-jdbc-*.jar")[0].FullName
    $library = 'org/sqlite/native/Windows/x86_64/sqlitejdbc.dll'
    New-Folder "$out\sqlite"
    Push-Location "$out\sqlite"
    Start-Jdk 'jar' @('--extract', '--file', $sqlite, $library)
    Pop-Location
    Move-Item "$out\sqlite\$library" "$files\native"

    $options = @(Get-Lines 'packaging\options') + '-Dcrossdock.root=$ROOTDIR' +
        '-Dorg.sqlite.lib.path=$APPDIR/native'
    $java = @($options | ForEach-Object { '--java-options'; $_ })
    Start-Jdk 'jpackage' (@('--type', 'app-image', '--name', 'Crossdock',
        '--app-version', $version, '--vendor', $vendor, '--description', $description,
        '--icon', 'icons\crossdock.ico', '--input', $files, '--main-jar', 'crossdock.jar',
        '--runtime-image', "$out\runtime",
        '--add-launcher', 'crossdock-cli=packaging\windows\cli.properties',
        '--dest', "$out\image") + $java)
    Copy-Item 'LICENSE' "$out\image\Crossdock"
}

function New-Installer {
    Start-Jdk 'jpackage' @('--type', 'msi', '--app-image', "$out\image\Crossdock",
        '--name', 'Crossdock', '--app-version', $version, '--vendor', $vendor,
        '--description', $description, '--resource-dir', 'packaging\windows\resources',
        '--win-menu', '--win-menu-group', 'Crossdock',
        '--win-upgrade-uuid', 'c5a84dbc-8940-4997-b830-6685759f72ba',
        '--dest', $out)
    Move-Item "$out\Crossdock-$version.msi" "$out\crossdock-$version-windows-x64.msi"
}

function New-Portable {
    New-Folder "$out\portable"
    Copy-Item -Recurse "$out\image\Crossdock" "$out\portable"
    Copy-Item 'packaging\portable.ini' "$out\portable\Crossdock"
    Compress-Archive "$out\portable\Crossdock" "$out\crossdock-$version-windows-x64-portable.zip"
}

if (-not $env:JAVA_HOME -or -not (Test-Path "$env:JAVA_HOME\bin\jpackage.exe")) {
    throw 'package: set JAVA_HOME to a JDK 25'
}
$version = ([xml] (Get-Content -Raw 'pom.xml')).project.version
if (-not $NoBuild) {
    Start-Tool 'mvn' @('-B', '-q', '-DskipTests', 'package')
}
if (Test-Path $out) {
    Remove-Item -Recurse -Force $out
}
New-Folder $out
New-Runtime
New-Image
New-Installer
New-Portable
'input', 'javafx', 'jmods', 'portable', 'runtime', 'sqlite' |
    ForEach-Object { Remove-Item -Recurse -Force "$out\$_" }
Get-ChildItem $out
