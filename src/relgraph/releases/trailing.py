"""What a page carries along besides its release: buttons, captions, teasers, contacts.

The cues are data (`data/lexicon/de/page.yml`); this module says only how far each of them reaches.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from relgraph.errors import DataError
from relgraph.model import Value
from relgraph.releases.text import words
from relgraph.resources import folder, read_yaml

Cut = Literal["part", "line", "block", "rest", "rubric"]

_LONGEST = 600
"""No button, caption or contact is longer; it also bounds what a pattern has to try on a hostile line."""

_BULLET = re.compile(r"^[•·▪‣*\-–»«›‹>\s]+(?=\w)|[\s»«›‹]+$")
_PARTS = re.compile(r"\s*[|•·/,:»«›‹]\s*")
_SENTENCE = re.compile(r"[.!?…][“”\"»«’)]*$|[.!?…][“”\"»«’)]*\s+(?=[A-ZÄÖÜ„“\"»])")


class Cue(Value):
    """One kind of line that is no part of a release, with lines it takes and lines it must leave."""

    id: str
    cut: Cut
    pattern: tuple[str, ...]
    example: tuple[str, ...]
    never: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """The alternatives as one expression; case does not count."""
        return re.compile("|".join(self.pattern), re.IGNORECASE)


@dataclass(frozen=True)
class Divided:
    """The lines of a page: those of the release, and those that the page carries along."""

    body: tuple[str, ...]
    carried: tuple[str, ...]


@lru_cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the file.

    Raises:
        DataError: the file breaks its format.
    """
    path = folder("data") / "lexicon" / "de" / "page.yml"
    entries = read_yaml(path)
    if not isinstance(entries, list):
        raise DataError(path, "not a list of cues")
    try:
        return tuple(Cue.model_validate(entry) for entry in entries)
    except ValueError as error:
        raise DataError(path, " ".join(str(error).split())) from error


def cue_of(line: str) -> Cue | None:
    """First cue that takes the line, or None where the line belongs to the release.

    >>> cue_of("• Teilen").id, cue_of("Weitere Meldungen").cut
    ('share-button', 'rest')
    >>> cue_of("Weitere Meldungen folgen in Kürze.") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    bare = _BULLET.sub("", line)
    parts = [part for part in _PARTS.split(bare) if part]
    buttons = [next((cue for cue, regex in _compiled("part") if regex.fullmatch(part)), None) for part in parts]
    if buttons and all(buttons):
        return buttons[0]
    return next((cue for cue, regex in _compiled("line", "block", "rest") if regex.fullmatch(bare)), None)


def is_rubric(line: str) -> bool:
    """Whether a line above the headline only says what kind of release follows.

    >>> is_rubric("Internationales"), is_rubric("Kretschmann in Japan")
    (True, False)
    """
    return any(regex.fullmatch(line) for _, regex in _compiled("rubric"))


def is_prose(line: str) -> bool:
    """Whether a line is running text: it ends as a sentence does and is more than a caption's length in words.

    >>> is_prose("Das Land und die Präfektur wollen bei Wasserstoff enger zusammenarbeiten.")
    True
    """
    return len(words(line)) >= 8 and re.search(r"[.!?…:][“”\"»«’)]*$", line) is not None


def divide(lines: Sequence[str]) -> Divided:
    """Part the lines of the release from those that its page carries along."""
    body: list[str] = []
    carried: list[str] = []
    begun = skipping = False
    for number, line in enumerate(lines):
        cue = cue_of(line)
        if cue is not None and cue.cut == "rest" and begun:
            carried += lines[number:]
            break
        skipping = begun and ((skipping and not _is_article(line)) or (cue is not None and cue.cut == "block"))
        (carried if cue is not None or skipping else body).append(line)
        begun = begun or (cue is None and is_prose(line))
    return Divided(tuple(body), tuple(carried))


def _is_article(line: str) -> bool:
    """Whether the release goes on with this line: teasers have a sentence at most, and a short one."""
    return is_prose(line) and len(line) >= 160 and len(_SENTENCE.findall(line)) >= 2


@lru_cache
def _compiled(*cuts: Cut) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple((cue, cue.regex) for cue in cues() if cue.cut in cuts)
