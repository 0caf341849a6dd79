"""A comparison as text: an aligned table for people, Markdown for papers, CSV and JSON for programs."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from relgraph.comparison.comparison import Comparison, Count, Row, Side
from relgraph.comparison.speech import Speech
from relgraph.queries.formats import markdown_cell

_CELL = ("relations", "sentences", "releases")
_CITED = ("date", "publisher", "title", "release", "url", "basis", "sentence")
COLUMNS = ("by", "key", "label", "partner", "partner_name", *_CELL, *(f"newest_{name}" for name in _CITED))
"""Columns of the CSV and keys of each JSON line: one for each cell, and one for each partner's total."""


def write(comparison: Comparison, format_: str, language: str) -> str:
    """The comparison in one of the formats of `FORMATS`."""
    return _WRITERS[format_](Speech(comparison, language))


def _table(speech: Speech) -> str:
    rows = [list(row) for row in _grid(speech)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = "─" * max(map(len, lines))
    grid = [lines[0], rule, *lines[1:-1], rule, lines[-1]] if speech.comparison.rows else [speech.say("nothing")]
    alone = speech.alone()
    below = [speech.legend, "", *alone, *([""] if alone else []), speech.scope(), *_covered(speech)]
    return "".join(f"{line}\n" for line in [speech.title, "", *grid, "", *below])


def _line(row: list[str], widths: list[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip()


def _covered(speech: Speech) -> list[str]:
    return [speech.covered(partner) for partner in speech.comparison.partners]


def _grid(speech: Speech) -> Iterator[list[str]]:
    held = speech.comparison
    yield [speech.say(held.by), *(_plain(partner.name) for partner in held.partners)]
    for row in held.rows:
        yield [_plain(speech.label(row)), *(speech.cell(row.of(partner)) for partner in held.partners)]
    yield [speech.say("total"), *(speech.cell(held.totals[partner.iri]) or "0" for partner in held.partners)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _markdown(speech: Speech) -> str:
    head, *rows = ([markdown_cell(cell) for cell in row] for row in _grid(speech))
    table = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    lines = [f"# {markdown_cell(speech.title)}", "", *(f"| {' | '.join(row)} |" for row in table), "", speech.legend]
    lists = [*speech.alone(), *_covered(speech)]
    lines += ["", *(f"- {markdown_cell(line)}" for line in lists), "", markdown_cell(speech.scope())]
    return "".join(f"{line}\n" for line in lines)


def _cells(comparison: Comparison) -> Iterator[dict[str, object]]:
    for row in comparison.rows:
        for partner in comparison.partners:
            if row.of(partner).relations:
                yield _cell(comparison, row, partner, row.of(partner))
    for partner in comparison.partners:
        yield _cell(comparison, Row("total", "total", {}), partner, comparison.totals[partner.iri])


def _cell(comparison: Comparison, row: Row, partner: Side, count: Count) -> dict[str, object]:
    cited = count.newest
    newest = {f"newest_{name}": getattr(cited, name) if cited else None for name in _CITED}
    named = {"by": comparison.by.value, "key": row.key, "label": row.label}
    return {
        **named, "partner": partner.iri, "partner_name": partner.name, **{name: getattr(count, name) for name in _CELL},
        **newest,
    }  # fmt: skip


def _csv(speech: Speech) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows(_cells(speech.comparison))
    return stream.getvalue()


def _jsonl(speech: Speech) -> str:
    return "".join(json.dumps(cell, ensure_ascii=False) + "\n" for cell in _cells(speech.comparison))


def _json(speech: Speech) -> str:
    held = speech.comparison
    content = asdict(held) | {"by": held.by.value}
    content["rows"] = [asdict(row) for row in held.rows]
    content["only"] = {partner.iri: [row.key for row in held.only(partner)] for partner in held.partners}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


_WRITERS: dict[str, Callable[[Speech], str]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "md": _markdown,
}
FORMATS = tuple(_WRITERS)
