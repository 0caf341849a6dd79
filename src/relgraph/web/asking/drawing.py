"""The picture of an answer, drawn on the desk: what it shows, the question's header says."""

from collections import Counter
from collections.abc import Mapping, Sequence

from relgraph.explore.bars import bars, years
from relgraph.explore.charts import adaptive, svg
from relgraph.queries.asking import ask
from relgraph.queries.catalogue import find_question
from relgraph.queries.parts import LIMIT
from relgraph.queries.question import Picture
from relgraph.store.protocol import Store
from relgraph.store.terms import Table

MOST, LEAST = 12, 2
"""Bars that are drawn; fewer than the least make no picture."""
_SAYS = {"de": "Zeilen der Antwort", "en": "Rows of the answer"}

Row = Mapping[str, str | None]


def drawn(store: Store, name: str, params: Mapping[str, str]) -> str | None:
    """SVG of an answer, all of its rows; nothing where there is too little to be drawn, or nothing to draw.

    Raises:
        UnknownName: no question has that name, or a label names nothing.
        QueryError: a parameter is unknown, missing or malformed.
    """
    question = find_question(name)
    given = {key: value for key, value in params.items() if value} | ({LIMIT: "0"} if question.parameter(LIMIT) else {})
    language = given.get("language", "de")
    told = ask(name, given, store, language)
    if question.picture is None or not isinstance(told.answer, Table):
        return None
    rows, title, picture = list(told.answer.dicts()), question.title[language], question.picture
    if picture.measure is None:
        counts = Counter(int(str(row[picture.columns[0]])[:4]) for row in rows if _dated(row[picture.columns[0]]))
        if len(counts) < LEAST:
            return None
        chart = years(counts, _SAYS[language])
    else:
        lengths = lengths_of(rows, picture)
        if len(lengths) < LEAST:
            return None
        chart = bars(lengths, told.headings[picture.measure])
    return adaptive(svg(chart, title=title, language=language))


def lengths_of(rows: Sequence[Row], picture: Picture) -> list[tuple[str, float]]:
    """The longest bars with their names; what all of them share is left out of the names.

    >>> picture = Picture(("name", "home"), "n")
    >>> lengths_of([{"name": "a", "home": "x", "n": "1"}, {"name": "b", "home": "x", "n": "2"}], picture)
    [('b', 2.0), ('a', 1.0)]
    """
    measure = str(picture.measure)
    held = [row for row in rows if row[measure]]
    longest = sorted(held, key=lambda row: -float(str(row[measure])))[:MOST]  # stable: equals as the answer has them
    telling = [name for name in picture.columns if len({row[name] for row in longest}) > 1] or [picture.columns[0]]
    return [(" · ".join(str(row[name]) for name in telling if row[name]), float(str(row[measure]))) for row in longest]


def _dated(cell: str | None) -> bool:
    return bool(cell) and str(cell)[:4].isdigit()
