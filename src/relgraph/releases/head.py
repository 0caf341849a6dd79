"""What stands above a release's first paragraph: rubric, headline, date, publisher, and the lines that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from relgraph.releases.dates import first_date, without_dates
from relgraph.releases.publishers import publisher_of
from relgraph.releases.text import words
from relgraph.releases.trailing import is_prose, is_rubric

_HEADLINE = 220
"""Longer lines are leads, never headlines, even without a full stop."""

_DEEPEST = 20
"""No head has more lines; a text of nothing but short lines is a list with a headline."""


@dataclass(frozen=True)
class Head:
    """A headline, what stands beside it, and the paragraphs of the body."""

    title: str | None
    date: str | None
    publisher: str | None
    body: tuple[str, ...]


def behead(lines: Sequence[str], title: str | None = None) -> Head:
    """Part the head from the body; a `title` that is known from elsewhere is only looked for.

    Lines below the headline that are neither date nor publisher stay: they are sub-headlines, or say a person's office.

    >>> lines = ["Internationales", "Leitlinien für Asien", "Eva Berg, Staatsministerin", "Das Land reist nach Japan."]
    >>> head = behead(lines)
    >>> head.title, head.body
    ('Leitlinien für Asien', ('Eva Berg, Staatsministerin', 'Das Land reist nach Japan.'))
    """
    depth = _depth(lines)
    dated = [line for line in lines[:depth] if is_dateline(line)]
    signed = [line for line in lines[:depth] if publisher_of(line) is not None and not is_rubric(line)]
    plain = [line for line in lines[:depth] if line not in dated and line not in signed]
    headline = _known(plain, title) if title else _headline(plain or dated or signed)
    below = plain[plain.index(headline) + 1 :] if headline in plain else [line for line in plain if not is_rubric(line)]
    dates = [line for line in dated if line != headline]
    return Head(
        title=title or headline,
        date=first_date(dates[0]) if dates else None,
        publisher=next((publisher_of(line) for line in signed if line != headline), None),
        body=(*below, *lines[depth:]),
    )


def is_dateline(line: str) -> bool:
    """Whether a line only says when, and perhaps where or in which series, a release came out.

    >>> is_dateline("Stuttgart, 1. Dezember 2023"), is_dateline("Am 1. Dezember 2023 reist Minister Berg nach Japan")
    (True, False)
    """
    return first_date(line) is not None and len(words(without_dates(line))) <= 4


def _depth(lines: Sequence[str]) -> int:
    """Count of lines above the first paragraph; where there is none, of all but the last."""
    top = lines[:_DEEPEST]
    return next((number for number, line in enumerate(top) if _opens_body(line)), max(len(top) - 1, 0))


def _opens_body(line: str) -> bool:
    """Whether a line is a paragraph; a quoted or exclaimed headline ends as a sentence does, but is short."""
    closed = line.rstrip('“”"»«’)')
    return (
        len(line) > _HEADLINE
        or (closed.endswith(".") and len(words(line)) >= 4)
        or (is_prose(line) and len(line) > 150)
    )


def _known(lines: Sequence[str], title: str) -> str | None:
    wanted = [word.casefold() for word in words(title)]
    return next((line for line in lines if [word.casefold() for word in words(line)] == wanted), None)


def _headline(lines: Sequence[str]) -> str | None:
    """First line that is no rubric; a single word above a further line is one, known or not."""
    for place, line in enumerate(lines, 1):
        if place == len(lines) or not (is_rubric(line) or len(words(line)) == 1):
            return line
    return None
