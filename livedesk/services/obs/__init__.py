"""The OBS service: two connections to obs-websocket 5, takes that are told once and never repeated, health."""
