"""What touches the world and has no Qt: sessions, OBS, feeds, imports, exports, reports."""
