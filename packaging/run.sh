#!/usr/bin/env bash
# Open the desktop on the sample show; without a display, rehearse it and leave report and pictures in out/.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
  exec .venv/bin/livedesk --sample
fi
echo "No display here: playing the sample show as a rehearsal instead; report and pictures go to out/."
exec packaging/pictures.sh out
