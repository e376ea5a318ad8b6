#!/usr/bin/env bash
# Install the Debian packages of system-packages.txt that are missing, where we may; else say which.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=()
while read -r package; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done < <(grep -vE '^(#|$)' "$here/system-packages.txt")
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "Some system packages are missing; livedesk may run without them, or install them with:" >&2
  echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing system packages: ${missing[*]}"
log=$(mktemp)
install() {
  apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1
}
install || { apt-get update >>"$log" 2>&1 && install; } || { tail -n 20 "$log" >&2; exit 1; }
rm -f "$log"
