"""How far a relation has come: tense and modality of the sentence, and what stops it.

Owns the decision; the words stand in `data/lexicon/de/status.yml`.
"""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.cues import Cues
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import RelationType, Status

_DYNAMIC = frozenset(
    {
        RelationType.VISIT,
        RelationType.MEETING,
        RelationType.PARTICIPATION,
        RelationType.HOSTING,
        RelationType.AGREEMENT,
        RelationType.RESPONSIBILITY,
    }
)
_WORD = re.compile(r"\w+")
_PARTICIPLE = re.compile(r"ge\w+(?:t|en)|\w+ge\w+(?:t|en)|(?:be|er|ver|ent|zer|unter|über)\w+(?:t|en|en)|\w+iert")
_PRETERITE = re.compile(
    r"kam|kamen|traf|trafen|reisten?|reiste|besuchten?|empfing(?:en)?|sprach(?:en)?|tauschten?|unterzeichneten?|unterschrieb(?:en)?|schloss(?:en)?|"
    r"führten?|fand(?:en)?|nahm(?:en)?|eröffneten?|begrüßten?|lud(?:en)?|verabschiedeten?|beschloss(?:en)?|hielt(?:en)?|diskutierten?|vereinbarten?|"
    r"erörterten?|informierten?|zeichneten?|setzten|begann(?:en)?|stand(?:en)?|ging(?:en)?|gab(?:en)?|wurden?|war(?:en)?|überreichten?|beteiligten?|"
    r"organisierten?|veranstalteten?|berieten?|würdigten?|legten?|beton(?:t|te|ten)|erklärten?|sagten?|\w+(?:te|ten)"
)
_NOT_NEGATED = re.compile(r"\b(?:nicht (?:zuletzt|nur|allein|minder|weniger)|[Nn]icht zuletzt|ohne (?:Zweifel|Frage))")
_INFINITIVE = re.compile(r"\b(?!ge)[a-zäöü]+(?:en|ern|eln)\b(?=\s*[.,;:“]|\s*$|\s+und|\s+(?:und|sowie))")


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    planned: tuple[str, ...]
    future: tuple[str, ...]
    past: tuple[str, ...]
    ended: tuple[str, ...]
    negated: tuple[str, ...]
    saying: tuple[str, ...]

    @cached_property
    def cues(self) -> dict[str, Cues]:
        """Each list as cues."""
        return {name: Cues(getattr(self, name)) for name in type(self).model_fields}


@lru_cache
def words() -> _Words:
    """The list of such words."""
    path = resources.folder("data") / "lexicon" / "de" / "status.yml"
    return parse(path, resources.read_yaml(path), _Words)


def _any(test: Callable[[str], bool], text: str) -> bool:
    return any(map(test, _WORD.findall(text)))


@lru_cache(maxsize=16_384)
def _is_participle(word: str) -> bool:
    return _PARTICIPLE.fullmatch(word) is not None


@lru_cache(maxsize=16_384)
def _is_preterite(word: str) -> bool:
    return _PRETERITE.fullmatch(word) is not None


def clause(text: str, start: int, end: int) -> str:
    """The part of a sentence around a cue, between the nearest signs that part clauses."""
    left = max(text.rfind(sign, 0, start) for sign in (",", ";", ":", " – ", "„"))
    rights = [place for sign in (", ", ";", ":", " – ") if (place := text.find(sign, end)) >= 0]
    return text[left + 1 : min(rights, default=len(text))]


def negated(text: str, start: int, end: int) -> bool:
    """Whether the clause around a cue denies it."""
    return words().cues["negated"].stand_in(_NOT_NEGATED.sub("", clause(text, start, end)))


def status(kind: RelationType, text: str, start: int, end: int, *, happens: str | None, issued: str | None) -> Status:
    """Status of a relation whose cue stands at `start:end` of its sentence.

    `happens` is the day it happens, `issued` the day of the release: what lies ahead is planned.
    """
    if happens and issued and len(happens) == len(issued) == 10 and kind in _DYNAMIC:
        if happens > issued:
            return Status.PLANNED
        if happens < issued:
            return Status.CONCLUDED
    near = clause(text, start, end)
    cues = words().cues
    if cues["planned"].stand_in(near) or (
        cues["future"].stand_in(near) and _INFINITIVE.search(near) and not _any(_is_participle, near)
    ):
        return Status.PLANNED
    if kind not in _DYNAMIC:
        return Status.ENDED if cues["ended"].stand_in(near) else Status.ACTIVE
    if (cues["past"].stand_in(text) and _any(_is_participle, text)) or _any(_is_preterite, near):
        return Status.CONCLUDED
    if kind in (RelationType.AGREEMENT, RelationType.RESPONSIBILITY):
        return Status.CONCLUDED if kind == RelationType.AGREEMENT else Status.ACTIVE
    return (
        Status.CONCLUDED
        if _any(_is_preterite, text)
        else Status.PLANNED
        if kind != RelationType.HOSTING
        else Status.ACTIVE
    )
