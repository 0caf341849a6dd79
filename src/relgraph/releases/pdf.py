"""PDF files, by the optional extra `relgraph[pdf]`: their lines become paragraphs again.

Owns what the library does not tell: which lines every page carries along, where a paragraph ends, what the headline is.
"""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from relgraph.errors import ReleaseError
from relgraph.releases.draft import Draft
from relgraph.releases.publishers import publisher_of
from relgraph.releases.text import joined, normalise, words
from relgraph.releases.trailing import is_rubric

PAGES = 60
"""Releases have two or three; books, budgets and laws have more."""

_LONGEST = 1_000_000
_UNPACKED = 20_000_000
"""Bytes of one stream of a file; the text of a page has some ten thousand."""

_MARGIN = 4
"""Lines at the top and at the bottom of a page among which those stand that every page repeats."""

_NUMBER = re.compile(r"[-–| ]*(?:seite|blatt)?\s*\d{1,3}(?:\s*(?:von|/)\s*\d{1,3})?[-–| ]*", re.IGNORECASE)
_END = re.compile(r"[.!?:…][“”\"»«’)]*$")
_ITEM = re.compile(r"[•·▪‣*–-] |\d{1,2}\. ")
_LARGER, _SMALLER = 1.15, 0.95
"""Letters of a headline, and of what stands at the foot of a page, against those of the text."""


@dataclass(frozen=True)
class Line:
    """A line of a page, how high it stands, and how large its letters are."""

    text: str
    y: float
    size: float


def read_pdf(raw: bytes, path: Path) -> Draft:
    """Draft of a PDF: paragraphs without headers, footers and hyphens at line ends, the largest line as title.

    Raises:
        ReleaseError: the extra is missing, or the file is damaged, locked, too long, or holds pictures only.
    """
    if find_spec("pypdf") is None:
        raise ReleaseError(path, "a PDF; reading it needs an extra: pip install 'relgraph[pdf]'")
    printed = _pages(raw, path)
    text = _size(line for page in printed for line in page)
    if text is None:
        raise ReleaseError(path, "a PDF without text, perhaps a scan")
    pages = _without_margins(printed, text)
    blocks = [block for page in pages for block in _blocks(page, text)]
    return Draft(lines=tuple(_paragraphs(blocks)), title=_title(pages[0] if pages else [], text))


def _size(lines: Iterable[Line]) -> float | None:
    """Size of the letters in which most is set."""
    letters = Counter[float]()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=None)


def _pages(raw: bytes, path: Path) -> list[list[Line]]:
    """Lines of each page, from top to bottom as they were written."""
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    # The library follows whatever a damaged file says, and stumbles in as many ways
    stumbles = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_UNPACKED,
            lzw_maximum_output_length=_UNPACKED,
            run_length_maximum_output_length=_UNPACKED,
            stream_parsing_work_maximum_count=500_000,
        ):
            reader = PdfReader(BytesIO(raw))
            if len(reader.pages) > PAGES:
                raise ReleaseError(path, f"a PDF of {len(reader.pages)} pages, more than the {PAGES} of a release")
            return [list(_lines(page)) for page in reader.pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise ReleaseError(path, "an encrypted PDF") from error
    except (*stumbles, AssertionError, EOFError, struct.error, zlib.error) as error:
        if isinstance(error, ReleaseError):
            raise
        raise ReleaseError(path, f"a damaged PDF: {' '.join(str(error).split())[:200]}") from error


def _lines(page: Any) -> Iterator[Line]:
    pieces: list[tuple[str, float, float]] = []

    def visit(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = (abs(inner[3]) or abs(inner[1])) * (abs(outer[3]) or abs(outer[1])) or 1.0
        for number, part in enumerate(text.split("\n")):
            if number:
                pieces.append(("\n", 0.0, 0.0))
            pieces.append((part, height, size * scale))

    page.extract_text(visitor_text=visit)
    for broken, group in groupby(pieces, key=lambda piece: piece[0] == "\n"):
        parts = [part for part in group if part[0].strip()]
        if parts and not broken:
            _, height, size = max(parts, key=lambda part: len(part[0]))
            yield Line("".join(part[0] for part in parts).strip(), height, round(size * 2) / 2)


def _without_margins(pages: Sequence[Sequence[Line]], text: float) -> list[list[Line]]:
    """Pages without their numbers, what is set small at their foot, and the lines at the edge of several of them."""
    edges = [(_edge(page), _edge(page, foot=True)) for page in pages]
    repeated = Counter(key for edge in edges for key in {_key(line) for line in (*edge[0], *edge[1])})
    often = max(2, (len(pages) + 1) // 2)

    def carried(line: Line, top: Sequence[Line], foot: Sequence[Line]) -> bool:
        if line in foot and line.size < _SMALLER * text:
            return True
        return line in (*top, *foot) and (_NUMBER.fullmatch(line.text) is not None or repeated[_key(line)] >= often)

    return [[line for line in page if not carried(line, *edge)] for page, edge in zip(pages, edges, strict=True)]


def _edge(page: Sequence[Line], *, foot: bool = False) -> list[Line]:
    return sorted(page, key=lambda line: line.y, reverse=not foot)[:_MARGIN]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", " ".join(words(line.text))).casefold()


def _blocks(page: Sequence[Line], text: float) -> Iterator[list[Line]]:
    """Lines of a page that stand close together in letters of one size."""
    gaps = Counter(round(a.y - b.y) for a, b in pairwise(page) if a.size == b.size == text and 0 < a.y - b.y < 4 * text)
    usual = min((gap for gap, count in gaps.items() if count * 4 >= max(gaps.values())), default=1.3 * text)
    longest = max((len(line.text) for line in page), default=0)
    block: list[Line] = []
    for line in page:
        if block and _parted(block[-1], line, usual * line.size / text, longest):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _parted(before: Line, line: Line, usual: float, longest: int) -> bool:
    gap = before.y - line.y
    ended = _END.search(before.text) is not None and len(before.text) < 0.75 * longest
    return before.size != line.size or not -1 < gap <= 1.3 * usual or ended or _ITEM.match(line.text) is not None


def _paragraphs(blocks: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Text of the blocks; a sentence that goes on behind the end of a page or column is not torn."""
    paragraph, last = "", None
    for block in blocks:
        whole = block[0].text
        for line in block[1:]:
            whole = joined(whole, line.text)
        higher = last is not None and block[0].y > last.y and block[0].size == last.size
        if higher and not _END.search(paragraph) and not _ITEM.match(whole):
            paragraph = joined(paragraph, whole)
        else:
            yield from _clean(paragraph)
            paragraph = whole
        last = block[-1]
    yield from _clean(paragraph)


def _clean(paragraph: str) -> list[str]:
    return [line for line in normalise(paragraph[:_LONGEST]).split("\n") if line]


def _title(page: Sequence[Line], text: float) -> str | None:
    """Lines in the largest letters of the first page that are neither a rubric nor the publisher's name."""
    for size in sorted({line.size for line in page if line.size >= _LARGER * text}, reverse=True):
        for block in _blocks([line for line in page if line.size == size], size):
            (title,) = _clean(" ".join(line.text for line in block)) or [""]
            if 2 <= len(words(title)) <= 40 and not is_rubric(title) and publisher_of(title) is None:
                return title
    return None
