"""Plain text as it is stored: the characters that count in offsets, and the paragraphs they form.

Owns no knowledge of what a line means; `trailing.py` and `head.py` do.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Controls, soft hyphens, zero-width and bidirectional marks: nobody sees them, every offset would count them."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WRAPPED = range(50, 101)
"""Widths of a longest line that say a text was wrapped by hand or by a mailer; wider ones were not."""


def normalise(text: str) -> str:
    r"""Text in NFC, with one kind of blank and line break and nothing invisible; idempotent.

    >>> normalise("Baden\u00ad-Württem\u200bberg\u00a0 und\r\nJapan\n\n\n\n")
    'Baden-Württemberg und\nJapan'
    """
    visible = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    lines = [_BLANKS.sub(" ", line).strip(" ") for line in unicodedata.normalize("NFC", visible).split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def paragraphs(text: str) -> list[str]:
    r"""Every line of normalised text as a paragraph, lines that were wrapped at a fixed width joined again.

    >>> paragraphs("Land und Präfektur\n\nSie arbeiten zusammen.\nEr reist.")
    ['Land und Präfektur', 'Sie arbeiten zusammen.', 'Er reist.']
    """
    width = max(map(len, text.split("\n")))
    blocks = [block.split("\n") for block in text.split("\n\n")]
    if width not in _WRAPPED:
        return [line for block in blocks for line in block if line]
    return [line for block in blocks for line in _unwrap(block, width) if line]


def stored(lines: Iterable[str]) -> str:
    """Paragraphs as a release stores them: a blank line between each two."""
    return "\n\n".join(lines)


def words(line: str) -> list[str]:
    """Words of a line, compounds in one piece.

    >>> words("Asien-Pazifik: 5 Ziele!")
    ['Asien-Pazifik', '5', 'Ziele']
    """
    return re.findall(r"\w+(?:[-’']\w+)*", line)


def folded(line: str) -> str:
    """Line as it is compared with others: its words alone, without case.

    >>> folded("Asien-Pazifik: 5 Ziele!")
    'asien-pazifik 5 ziele'
    """
    return " ".join(words(line)).casefold()


def _unwrap(block: list[str], width: int) -> list[str]:
    """Line that had no room for the next line's first word was broken there, any other ended on purpose."""
    lines = [block[0]]
    for before, line in pairwise(block):
        full = len(before) + 1 + len(line.split(" ", 1)[0]) > width
        if (full or re.search(r"\w-$", before)) and not re.match(r"[•·▪‣*–-] ", line):
            lines[-1] = joined(lines[-1], line)
        else:
            lines.append(line)
    return lines


def joined(before: str, line: str) -> str:
    r"""Two lines as one: what was divided at the end of the first is whole again.

    >>> joined("Zusammen-", "arbeit"), joined("Baden-", "Württemberg"), joined("Land-", "und Stadtkreise")
    ('Zusammenarbeit', 'Baden-Württemberg', 'Land- und Stadtkreise')
    """
    if before.endswith("\u00ad"):
        return before[:-1] + line
    if not re.search(r"\w[-\u2010]$", before) or re.match(r"(und|oder|bzw|sowie|bis|noch|wie|als)\b|[&/(]", line):
        return f"{before} {line}"
    return (before[:-1] if line[:1].islower() else before) + line
