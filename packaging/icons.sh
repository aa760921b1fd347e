#!/bin/bash
# Makes the icons of all systems anew from icons/crossdock.svg: PNG, ICO for Windows, ICNS for macOS.
# Needs rsvg-convert, icotool and png2icns (Debian: librsvg2-bin, icoutils, icnsutils).
set -euo pipefail

cd "$(dirname "$0")/../icons"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width="$size" --height="$size" --output="crossdock-$size.png" crossdock.svg
done
icotool --create --output=crossdock.ico crossdock-{16,24,32,48,64,128}.png --raw=crossdock-256.png
# These are the sizes that png2icns takes.
png2icns crossdock.icns crossdock-{16,32,48,128,256,512}.png
