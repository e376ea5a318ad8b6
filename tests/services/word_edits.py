"""What people and word processors do to a document, as changes of its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

MAIN = "word/document.xml"


def edited(data: bytes, change: Callable[[str], str], part: str = MAIN) -> bytes:
    """The document with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == part:
                text = content.decode()
                content = change(text).encode()
                assert content.decode() != text, "the change must meet something"
            new.writestr(member.filename, content)
    return file.getvalue()


def packed(document: str, **more: bytes) -> bytes:
    """A bare docx around a body."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        link = f'<Relationship Id="r1" Type="{office}" Target="{MAIN}"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{relations}">{link}</Relationships>')
        archive.writestr(MAIN, f'<w:document xmlns:w="{word}"><w:body>{document}</w:body></w:document>')
        for name, content in more.items():
            archive.writestr(name, content)
    return file.getvalue()


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    """A paragraph of one run; ``inside`` goes into its properties."""
    shape = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{shape}{inside}</w:pPr>{run(text) if text else ''}</w:p>"
