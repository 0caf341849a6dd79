"""An answer as a file to keep."""

from fastapi import Response

_TYPES = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(content: str | bytes, name: str, suffix: str, media_type: str | None = None) -> Response:
    """A file that the browser keeps under a name; characters that a name should not have are left out."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_") else "-" for sign in name).strip("-")
    disposition = f'attachment; filename="{plain[:80] or "relgraph"}.{suffix}"'
    return Response(content, media_type=media_type or _TYPES[suffix], headers={"Content-Disposition": disposition})
