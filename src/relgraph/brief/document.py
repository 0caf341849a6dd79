"""The document model: a brief as plain values, which a writer for each format turns into text or bytes.

Text is always plain; a writer escapes it in its own way. Notes are numbered from 1 in the order of their first citing.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from relgraph.iris import server_of

Language = str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look, and the notes that it cites behind it; `lang` where it is not the brief's."""

    text: str
    strong: bool = False
    code: bool = False
    lang: Language | None = None
    notes: tuple[int, ...] = ()


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `small` one tells how to read, not what is said."""

    runs: Runs
    small: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list without order."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `widths` are shares of the columns, the first cell of each row heads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One mark of the timeline: how many statements of a kind fall on a date."""

    lane: str
    date: str
    statements: int
    stated: bool
    planned: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The timeline: marks in lanes, with the words for those who do not see it."""

    alt: str
    caption: str
    lanes: tuple[str, ...]
    moments: tuple[Moment, ...]


Block = Heading | Paragraph | Items | Grid | Picture


@dataclass(frozen=True, slots=True)
class Note:
    """A source: the verbatim sentence, where it stands, on what its reading rests, and the relations it bears.

    `again` is the number of the first note of the same release, where this is not it: there title and address stand in
    full.
    """

    number: int
    sentence: str
    lang: Language
    origin: str
    title: str
    address: str | None
    again: int | None
    basis: str
    unsure: bool
    relations: tuple[str, ...]

    @property
    def host(self) -> str:
        """The address in short: the name of its server."""
        return server_of(self.address).removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief; `as_of` is the day of the graph, the only date that papers made of it bear."""

    language: Language
    title: str
    subtitle: str
    as_of: str | None
    blocks: tuple[Block, ...]
    sources: str
    notes: tuple[Note, ...]

    def content(self) -> dict[str, object]:
        """The brief as plain dictionaries and lists, each block with its kind."""
        held = asdict(self)
        kinds = [type(block).__name__.lower() for block in self.blocks]
        held["blocks"] = [{"kind": kind} | block for kind, block in zip(kinds, held["blocks"], strict=True)]
        return held

    def runs(self) -> Iterator[Run]:
        """All runs of the text, in reading order."""
        for block in self.blocks:
            match block:
                case Paragraph():
                    yield from block.runs
                case Items():
                    for item in block.items:
                        yield from item
                case Grid():
                    for row in block.rows:
                        for cell in row:
                            yield from cell
                case Heading() | Picture():
                    pass
