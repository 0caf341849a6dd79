"""The tables of docs/performance.md: rows with a peer beside each figure, and their places on the page."""

from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
HEAD = "| what | relgraph | beside it | its figure | ratio |\n| --- | --: | --- | --: | --: |"


@dataclass(frozen=True)
class Row:
    """A figure of ours beside that of a peer in the same run; `more` is better, or less."""

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float | None = None
    more: bool = False
    gave_up: bool = False  # the peer, after as long as `theirs` says

    @property
    def ratio(self):
        """How many times better ours is; nothing without a peer.

        >>> Row("load", 2, "s", "peer", 6).ratio, Row("reading", 50, "texts/s", "peer", 100, more=True).ratio
        (3.0, 0.5)
        """
        if self.theirs is None or not self.ours or not self.theirs:
            return None
        return self.ours / self.theirs if self.more else self.theirs / self.ours

    def __str__(self):
        theirs = "" if self.theirs is None else f"{'> ' * self.gave_up}{figure(self.theirs)} {self.unit}"
        ratio = "" if self.ratio is None else f"{'> ' * self.gave_up}{figure(self.ratio)}"
        return f"| {self.what} | {figure(self.ours)} {self.unit} | {self.peer} | {theirs} | {ratio} |"


def figure(number):
    """A number with two or three digits that count.

    >>> figure(0.0123), figure(1.234), figure(12.34), figure(1234.5)
    ('0.012', '1.2', '12', '1,234')
    """
    if number >= 10:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 1 else f"{number:.2g}"


def marks(name):
    """Where a table begins and ends on the page."""
    return f"<!-- make bench writes here: {name} -->\n", f"<!-- and no further: {name} -->\n"


def put(name, text, page=PAGE):
    """Put a table where the page has a place for it.

    Raises:
        SystemExit: it has none.
    """
    begin, end = marks(name)
    held = page.read_text(encoding="utf-8")
    if held.count(begin) != 1 or held.count(end) != 1:
        raise SystemExit(f"{page} has no place for {name!r}")
    head, _, rest = held.partition(begin)
    page.write_text(f"{head}{begin}\n{text.strip()}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")


def put_among(name, number, text, page=PAGE):
    """Put a part with a heading of its own among its like, by number: those of other numbers stay as they are."""
    begin, end = marks(name)
    held = page.read_text(encoding="utf-8").partition(begin)[2].partition(end)[0]
    parts = {int(one.split()[0].replace(",", "")): one.strip() for one in held.split("### ")[1:]}
    parts[number] = f"{number:,} {text.strip()}"
    put(name, "\n\n".join(f"### {parts[one]}" for one in sorted(parts)), page)


class Telling:
    """Lines that are printed as they come, and kept for the page."""

    def __init__(self):
        self.lines = []

    def __call__(self, line):
        self.lines.append(line)
        print(line, flush=True)

    def keep(self, name, number=None, page=PAGE):
        """Put them on the page; those of a number of releases among their like."""
        text = "\n".join(self.lines)
        put(name, text, page) if number is None else put_among(name, number, f"releases\n\n{text}", page)
