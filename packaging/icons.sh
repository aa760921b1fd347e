#!/bin/bash
# Makes the PNG sizes anew from icons/crossdock.svg; needs rsvg-convert (Debian: librsvg2-bin).
set -euo pipefail

cd "$(dirname "$0")/../icons"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width="$size" --height="$size" --output="crossdock-$size.png" crossdock.svg
done
