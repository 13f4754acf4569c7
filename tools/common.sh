# SPDX-License-Identifier: Apache-2.0
# What the scripts of tools/ share; source it. Sets `root`, `cache`, `venv`, `jobs`.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/dragoman
venv=$cache/venv
jobs=$(nproc)

say() { echo "$*" >&2; }
die() { say "error: $*"; exit 2; }

# build PRESET [TARGET...]: configures if need be, and builds.
build() {
  local preset=$1
  shift
  [[ -f $root/build/$preset/build.ninja ]] || cmake --preset "$preset" -S "$root" -DDRAGOMAN_RUNTIME="$cache/runtime" >&2 || die "cannot configure $preset: see above"
  cmake --build "$root/build/$preset" -j "$jobs" ${1:+--target "$@"} >&2 || die "cannot build $preset: see above"
}
