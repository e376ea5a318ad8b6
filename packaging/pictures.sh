#!/usr/bin/env bash
# Rehearse the sample show and leave its report and the pictures of the program in a folder; needs no display.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
mkdir -p "$out"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
livedesk() { .venv/bin/livedesk --data "$data" "$@"; }
field() { .venv/bin/python -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

samples=resources/samples
show=$(livedesk import "$samples"/*.xlsx --json | field show)
run=$(livedesk rehearse "$show" --speed max --audience "$samples/feed.jsonl" --json | field run)
livedesk ingest "$run" "$samples/orders.csv" --json >"$out/ingest.json"
livedesk report "$run" -o "$out/report.html" >/dev/null
livedesk report "$run" -o "$out/report.pdf" >/dev/null
livedesk report "$run" -o "$out/as-run.csv" >/dev/null
livedesk measures "$run" --json >"$out/measures.json"
echo "The report of the rehearsal: $out/report.html"

if command -v Xvfb >/dev/null 2>&1; then
  xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24 -nolisten tcp' \
    .venv/bin/python packaging/pictures.py "$out" && echo "Pictures of the program: $out/*.png"
else
  QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/pictures.py "$out" && echo "Pictures of the program: $out/*.png"
fi
