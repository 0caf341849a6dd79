"""Answers as text: a table for people, Markdown and HTML for papers and pages, SPARQL's own formats for programs.

CSV and TSV follow SPARQL 1.1 Query Results CSV and TSV, JSON SPARQL 1.1 Query Results JSON; values stand verbatim.
"""

import csv
import io
import json
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence

from jinja2 import Environment

from relgraph.errors import QueryError
from relgraph.store.terms import Blank, Iri, Literal, Table, Term
from relgraph.vocabulary import ID

Headings = Mapping[str, str]

_WIDE = 60  # characters: a longer column stands below its row
_LEAST_WIDTH, _PAGE_WIDTH = 80, 160  # columns of a narrow terminal; of a file or a pipe

_NUMBER = re.compile(r"[-+−]?\d[\d.,]*")

_PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    """<!doctype html>
<html lang="{{ language }}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ title }}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.45 system-ui, sans-serif; }
body { margin: 1rem auto; max-width: 75rem; padding: 0 1rem; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; }
th { white-space: nowrap; }
</style>
<main>
<h1>{{ title }}</h1>
<p>{{ rows|length }} {{ "Zeilen" if language == "de" else "rows" }}</p>
<div class="wide" tabindex="0" role="region" aria-label="{{ title }}">
<table>
<thead><tr>{% for heading in headings %}<th scope="col">{{ heading }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}<td>{% if cell.link %}<a href="{{ cell.link }}" rel="noreferrer">{{ cell.text }}</a>\
{% else %}{{ cell.text }}{% endif %}</td>{% endfor %}</tr>
{% endfor %}
</tbody>
</table>
</div>
</main>
</html>
"""
)


def write_table(
    table: Table, format_: str, *, headings: Headings | None = None, title: str = "relgraph", language: str = "de"
) -> str:
    """A table in one of FORMATS; `headings` name its columns for people, programs get the names of the variables.

    Raises:
        QueryError: the format is for graphs (`ttl`) or unknown.
    """
    writer = _WRITERS.get(format_)
    if writer is None:
        raise QueryError(format_, "a table has no such format; ttl is for CONSTRUCT and DESCRIBE")
    return writer(table, headings or {}, title, language)


def _text(term: Term | None) -> str:
    return "" if term is None else str(term)


def _heads(table: Table, headings: Headings) -> list[str]:
    return [headings.get(name, name) for name in table.columns]


def _table(table: Table, headings: Headings, title: str, language: str) -> str:
    """An aligned table; what does not fit beside the rest stands below its row, so that no cell is squeezed."""
    rows = [_heads(table, headings), *([_short(term) for term in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    width = max(shutil.get_terminal_size().columns if sys.stdout.isatty() else _PAGE_WIDTH, _LEAST_WIDTH)
    beside = _fitting(widths, width)
    below = [place for place in range(len(widths)) if place not in beside]
    numbers = {place for place, column in enumerate(zip(*rows[1:], strict=True)) if _numeric(column)}
    lines = [_line(rows[0], widths, beside, numbers), "─" * (sum(widths[place] + 2 for place in beside) - 2)]
    for row in rows[1:]:
        lines.append(_line(row, widths, beside, numbers))
        for place in below:
            text = f"{rows[0][place]}: {' '.join(row[place].split())}"
            lines += textwrap.wrap(text, width, initial_indent="    ", subsequent_indent="      ") if row[place] else []
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fitting(widths: Sequence[int], width: int) -> list[int]:
    """Places of the columns that stand side by side: from the left, as long as they are short and there is room."""
    beside: list[int] = []
    for place, wide in enumerate(widths):
        if wide <= _WIDE and sum(widths[other] + 2 for other in beside) + wide <= width:
            beside.append(place)
    return beside or [0]


def _numeric(column: Sequence[str]) -> bool:
    """Whether a column holds numbers, whose digits stand one below the other.

    >>> _numeric(["1.234,5", ""]), _numeric(["1", "2 Sätze"]), _numeric(["", ""])
    (True, False, False)
    """
    return any(column) and all(_NUMBER.fullmatch(cell) for cell in column if cell)


def _line(row: Sequence[str], widths: Sequence[int], beside: Sequence[int], numbers: Collection[int]) -> str:
    cells = {place: " ".join(row[place].split()) for place in beside}
    return "  ".join(
        cell.rjust(widths[place]) if place in numbers else cell.ljust(widths[place]) for place, cell in cells.items()
    )


def _short(term: Term | None) -> str:
    """A term for people: one of our own IRIs without its long beginning."""
    return _text(term).removeprefix(ID) if isinstance(term, Iri) else _text(term)


def _csv(table: Table, headings: Headings, title: str, language: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)  # lines end in CR LF, as the standard says
    writer.writerow(table.columns)
    writer.writerows([_text(term) for term in row] for row in table.rows)
    return stream.getvalue()


def _tsv(table: Table, headings: Headings, title: str, language: str) -> str:
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join("" if term is None else term.n3() for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _json(table: Table, headings: Headings, title: str, language: str) -> str:
    bindings = [
        {name: _binding(term) for name, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table.rows
    ]
    content = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, str]:
    """A term as SPARQL 1.1 Query Results JSON has it (section 3.2.2)."""
    if isinstance(term, Iri):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Blank):
        return {"type": "bnode", "value": term.value}
    extra = {"xml:lang": term.language, "datatype": term.datatype}
    return {"type": "literal", "value": term.value} | {key: value for key, value in extra.items() if value}


def _jsonl(table: Table, headings: Headings, title: str, language: str) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table.dicts())


def _markdown(table: Table, headings: Headings, title: str, language: str) -> str:
    rows = [_heads(table, headings), ["---"] * len(table.columns)]
    rows += [[markdown_cell(_text(term)) for term in row] for row in table.rows]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def markdown_cell(text: str) -> str:
    r"""A cell in which nothing of the text is markup.

    >>> print(markdown_cell("a|b <b>"))
    a\|b &lt;b>
    """
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`")
    return " ".join(escaped.replace("[", "\\[").replace("*", "\\*").split())


def _html(table: Table, headings: Headings, title: str, language: str) -> str:
    rows = [[{"text": _text(term), "link": _link(term)} for term in row] for row in table.rows]
    return _PAGE.render(title=title, headings=_heads(table, headings), rows=rows, language=language) + "\n"


def _link(term: Term | None) -> str | None:
    """The address to link to: only the web's, so that no script hides in one."""
    value = term.value if isinstance(term, Iri | Literal) else ""
    return value if value.startswith(("https://", "http://")) and " " not in value else None


_WRITERS: dict[str, Callable[[Table, Headings, str, str], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _jsonl,
    "md": _markdown,
    "html": _html,
}
FORMATS = (*_WRITERS, "ttl")
"""Formats of `relgraph query`; `ttl` is for queries that make a graph."""
