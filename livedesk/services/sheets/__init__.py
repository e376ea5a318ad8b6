"""The team's sheets as both sides know them: what the importers read is what the exporters write."""
