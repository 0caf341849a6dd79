"""How the time of reading grows with a text, by what the text is made of: an exponent of 1 is linear.

Each shape is read at one, two, four and eight times a length, in seconds of one core. The exponent is that of the last
doubling, which tells most; times below a hundredth of a second are noise, and no exponent is made of them.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from relgraph.errors import RelgraphError
from relgraph.extraction.readers import FirstReader
from relgraph.model import Release
from relgraph.releases.reader import open_release
from relgraph.releases.sources.feeds import read_feed

_NOISE, _LONGEST, _WORST = 0.01, 30.0, 1.35
"""Seconds; seconds after which a shape is grown no further; exponents from which one is told of as slow."""
_OPENING = "Das Land Hessen arbeitet mit Japan bei der Robotik zusammen. "

TEXTS: dict[str, str] = {
    "mentions": "Japan und China, Kanagawa. ",
    "sentences": "Ministerin Eva Berg reist am 3. Mai 2024 nach Japan und besucht die Universität Kyoto. ",
    "one long line": "das Land arbeitet mit Japan an der Robotik und ",
    "quotes within quotes": "„sagte «er ",
    "quotes that open": "„Wir wollen ",
    "straight quotes": '"Japan ',
    "brackets that open": "(Japan ",
    "brackets in brackets": "(a [b ",
    "brackets that close": "Japan) ",
    "commas": "Japan, ",
    "bare commas": ", ",
    "dates": "am 3. Mai 2024 ",
    "years": "2024 ",
    "numbers": "1.000.000,50 ",
    "amounts": "2,5 Millionen Euro ",
    "und": "und ",
    "names and und": "Japan und ",
    "one word": "Zusammenarbeit ",
    "capitals": "Berg ",
    "titles": "Prof. Dr. ",
    "offices": "Ministerpräsident ",
    "no blanks": "Japan",
    "no blanks small": "a",
    "hyphens": "Japan-",
    "points": ".",
    "dashes": "– ",
    "slashes": "Japan/",
    "punctuation": "!?;:.,",
    "negations": "nicht ",
    "relative clauses": "Japan, das mit China, das ",
    "of the of the": "des Ministers der Stadt ",
    "line breaks": "Japan\n",
    "paragraphs": "Japan arbeitet.\n\n",
    "abbreviations": "z. B. ",
    "cities": "in Nanjing ",
    "firms": "die Firma Aoki GmbH & Co. KG ",
    "universities": "der Universität ",
    "genitives": "Japans Chinas ",
    "combining signs": "a\u0300\u0301",
    "emoji": "😀",
    "blanks": " ",
    "soft hyphens": "Ja\u00adpan ",
}
MARKDOWN: dict[str, str] = {
    "emphasis": "**a* ", "stars": "*", "underscores": "_a", "links": "[a](", "brackets": "[", "pictures": "![",
    "comments": "<!--",
    "comments closed": "<!--a-->", "quotes": "> ", "headings": "# a\n", "fences": "---\n",
}  # fmt: skip
PAGES: dict[str, str] = {
    "div in div": "<div>", "p": "<p>Das Land arbeitet mit Japan zusammen.", "links": "<a href='/a'>Japan</a> ",
    "spans": "<span>",
    "tables": "<table><tr><td>", "cells": "<td>a", "lists": "<ul><li>a", "comments": "<!--",
    "attributes": "<p class='lead'>a",
    "headings": "<h1>a</h1>", "breaks": "a<br>", "times": "<time>3. Mai 2024</time>", "scripts": "<script>{",
    "entities": "&amp;",
    "opening signs": "<", "json": '<script type="application/ld+json">{"a":[',
    "metas": "<meta name='date' content='2024'>",
}  # fmt: skip
FEEDS: dict[str, str] = {
    "items": "<item><title>a</title><link>https://example.org/{}</link></item>", "nested": "<a>", "entities": "&amp;",
    "cdata": "<![CDATA[",
    "titles": "<title>a", "signs": "<",
}  # fmt: skip
Take = Callable[[str], object]


def _targets(folder: Path) -> Iterator[tuple[str, dict[str, str], Take, int]]:
    """Readers with their shapes and the smallest length that they are given."""

    def file(suffix: str, frame: str) -> Take:
        def read(text: str) -> object:
            path = folder / f"a{suffix}"
            path.write_text(frame.format(text), encoding="utf-8")
            return open_release(path)

        return read

    def extract(text: str) -> object:
        release = Release(id="a", title="Reise", date="2024-02-01", region="Hessen", text=_OPENING + text)
        return FirstReader().read(release)

    yield "extract", TEXTS, extract, 4_000
    yield "text", TEXTS, file(".txt", _OPENING + "{}"), 40_000
    yield "markdown", TEXTS | MARKDOWN, file(".md", "# Reise\n\n" + _OPENING + "\n\n{}"), 40_000
    yield (
        "page",
        PAGES,
        file(".html", f"<html><body><main><h1>Reise</h1><p>{_OPENING}</p>{{}}</main></body></html>"),
        20_000,
    )
    frame = "<rss version='2.0'><channel><item><link>https://example.org/a</link></item>{}"
    yield "feed", FEEDS, lambda text: read_feed(frame.format(text).encode(), "https://example.org/"), 40_000


def measured(take: Take, piece: str, length: int) -> list[float]:
    """Seconds for one, two, four and eight times a length; fewer where it takes too long."""
    seconds: list[float] = []
    for times in (1, 2, 4, 8):
        count = length * times // len(piece)
        text = "".join(piece.format(number) for number in range(count)) if "{}" in piece else piece * count
        gc.collect()
        gc.disable()  # it comes when it wants
        begun = time.process_time()
        try:
            take(text)
        except RelgraphError:
            pass  # which is an answer, too
        except RecursionError:
            return [*seconds, math.inf]
        finally:
            gc.enable()
        seconds.append(time.process_time() - begun)
        if seconds[-1] > _LONGEST:
            break
    return seconds


def exponent(seconds: list[float]) -> float | None:
    """Of the last doubling; nothing where the times tell nothing."""
    if math.inf in seconds:
        return math.inf
    if len(seconds) < 2 or seconds[-1] < 5 * _NOISE:
        return None
    return math.log2(seconds[-1] / max(seconds[-2], _NOISE))


def main() -> int:
    """Measure, and print what grows; 1 where something grows faster than a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], help="readers, or shapes, to be measured alone")
    parser.add_argument("--all", action="store_true", help="print what is linear, too")
    given = parser.parse_args()
    slow = 0
    with TemporaryDirectory() as folder:
        for name, shapes, take, length in _targets(Path(folder)):
            measured(take, "Japan ", 100)  # what is read once is read before
            for shape, piece in shapes.items():
                if given.only and name not in given.only and shape not in given.only:
                    continue
                seconds = measured(take, piece, length)
                found = exponent(seconds)
                bad = found is not None and found > _WORST
                slow += bad
                if bad or given.all:
                    times = " ".join(f"{one:.2f}" for one in seconds)
                    told = "" if found is None else f"{found:.2f}"
                    print(f"{name:<10}{shape:<24}{told:>6}  {times} s{'  SLOW' if bad else ''}", flush=True)
    print(f"{slow} shapes grow faster than a line")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
