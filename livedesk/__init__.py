"""livedesk: the control room for live commerce."""
