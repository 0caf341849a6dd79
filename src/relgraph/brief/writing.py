"""A brief in the format that is asked for."""

import json
from dataclasses import asdict
from pathlib import PurePath

from relgraph.brief.document import Brief
from relgraph.errors import QueryError

SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}


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
        case "json":
            return _json(brief)
    raise QueryError(format_, "a brief has no such format")


def _json(brief: Brief) -> str:
    """The document model, each block with its kind."""
    content = asdict(brief)
    kinds = [type(block).__name__.lower() for block in brief.blocks]
    content["blocks"] = [{"kind": kind} | block for kind, block in zip(kinds, content["blocks"], strict=True)]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
