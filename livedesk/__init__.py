"""livedesk: the control room for live commerce."""

import os

# python-docx brings lxml; openpyxl would take it in place of defusedxml.
os.environ["OPENPYXL_LXML"] = "False"
