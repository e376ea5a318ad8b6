"""What a workbook says of itself beside its sheets: which version of a show it was written from."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from livedesk.services.sheets.archive import DAMAGED
from livedesk.services.sheets.origin import ORIGIN_PROPERTY, Origin, read_origin

_PART = "docProps/custom.xml"
_MOST = 2**20


def workbook_origin(data: bytes) -> Origin | None:
    """The version that the workbook's document property names, or None: no workbook, no such property, or one that
    cannot be read. Nothing that a person needs to mend."""
    if not data.startswith(b"PK"):
        return None
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        member = archive.getinfo(_PART)
        if member.file_size > _MOST:
            return None
        root: Element = ElementTree.fromstring(archive.read(member), forbid_dtd=True)
    except KeyError:
        return None
    # A damaged part was refused when the sheets were read.
    except DAMAGED:
        return None
    except (ParseError, DefusedXmlException, RecursionError):
        return None
    for one in root:
        if one.get("name") == ORIGIN_PROPERTY:
            return read_origin("".join(one.itertext()))
    return None
