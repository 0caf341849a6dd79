"""A brief in the format that is asked for."""

import json
from pathlib import PurePath

from relgraph.brief.document import Brief
from relgraph.errors import QueryError

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".json": "json",
    ".docx": "docx",
    ".pdf": "pdf",
}


def format_of(output: str) -> str:
    """The format that a file's name asks for; Markdown for standard output.

    >>> format_of("japan.html"), format_of("-")
    ('html', 'md')

    Raises:
        QueryError: no format has that suffix.
    """
    if output == "-":
        return "md"
    suffix = PurePath(output).suffix.lower()
    if suffix not in SUFFIXES:
        raise QueryError(output, f"its suffix names no format; one of {', '.join(SUFFIXES)}, or give --format")
    return SUFFIXES[suffix]


def write_brief(brief: Brief, format_: str) -> str | bytes:
    """The brief as text or bytes; the same brief gives the same bytes."""
    match format_:
        case "html":
            from relgraph.brief.html import html

            return html(brief)
        case "md":
            from relgraph.brief.markdown import markdown

            return markdown(brief)
        case "docx":
            from relgraph.brief.word import word

            return word(brief)
        case "pdf":
            from relgraph.brief.pdf import pdf

            return pdf(brief)
        case "json":
            return json.dumps(brief.content(), ensure_ascii=False, indent=1) + "\n"
    raise QueryError(format_, "a brief has no such format")
