"""How far a relation has come: planned, active, concluded, ended; and what denies it.

Owns the decision from tense, time and type; the words stand in `data/lexicon/de/status.yml`.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from relgraph import resources
from relgraph.extraction.clauses import clause_at
from relgraph.extraction.cues import Cues, CueTable
from relgraph.extraction.lexicon import parse
from relgraph.extraction.tense import Tense, tense, tense_at
from relgraph.extraction.verbs import forms
from relgraph.vocabulary import RelationType, Status

_POINTS = frozenset(
    {RelationType.VISIT, RelationType.MEETING, RelationType.PARTICIPATION, RelationType.HOSTING, RelationType.AGREEMENT}
)
_STAYS = frozenset({RelationType.VISIT, RelationType.HOSTING})
_DATED = frozenset({RelationType.SUPPORT, RelationType.TRADE, RelationType.CONCERN})
_DAY = 10
_NOT_NEGATED = re.compile(
    r"\b[Nn]icht (?:zuletzt|nur|allein|bloß|minder|weniger|umsonst|von ungefähr|erst)|\bohne (?:Zweifel|Frage|weiteres)"
    r"|\b[Kk]eine?[mnrs]? (?:andere|zweite)[mnrs]?\b"
    r"|\bstatt(?=\W*$)"
    r"|\b(?:findet|finden|fand|fanden)\b[^,;]*?\bstatt\b"
)
_FORMER = re.compile(r"\b(?:[Ee]hemalig|[Ff]rüher|[Ee]instig|[Vv]ormalig)\w*\s$")
_RESTS = re.compile(r"\bruh(?:t|en|te|ten)\b(?! auf)")  # what rests on something is alive
_NEW = re.compile(
    r"\b(?:neu|weiter|möglich|künftig|eng|engere?|intensiv|intensivere?|stärkere?|verstärkt|vertieft|dauerhaft)e[nrm]?\s(?:[a-zäöüß-]+\s)*$"
)
_SIGNS = re.compile(r"\b(?:unterzeichne[tn]|unterschreib(?:t|en)|schließ(?:t|en)|besiegel[tn]|vereinbar(?:t|en))\b")
_DEFINITE = re.compile(
    r"(?:\b(?:[Dd](?:er|ie|as|en|em|es)|[Dd]iese[rnms]?|[Ii]hre?[rnms]?|[Ss]eine?[rnms]?|[Uu]nsere?[rnms]?|[Dd]eren|[Dd]essen|zur|zum|beim|im|am"
    r"|jene[rnms]?|[A-ZÄÖÜ][\wäöüß-]+s))(?:\s[a-zäöüß-]+(?:e|en|er|em|es))*\s(?:[\wäöüß-]+-\sund\s)?$"
)


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    planned: tuple[str, ...]
    arranged: tuple[str, ...]
    promised: tuple[str, ...]
    asked: tuple[str, ...]
    wished: tuple[str, ...]
    begun: tuple[str, ...]
    deepened: tuple[str, ...]
    going_on: tuple[str, ...]
    regular: tuple[str, ...]
    over: tuple[str, ...]
    under_way: tuple[str, ...]
    arrived: tuple[str, ...]
    staying: tuple[str, ...]
    settled: tuple[str, ...]
    unratified: tuple[str, ...]
    takes_over: tuple[str, ...]
    leading: tuple[str, ...]
    ended: tuple[str, ...]
    negotiated: tuple[str, ...]
    act: tuple[str, ...]
    signed: tuple[str, ...]
    negated: tuple[str, ...]
    saying: tuple[str, ...]

    @cached_property
    def cues(self) -> dict[str, Cues]:
        """Each list as cues."""
        return CueTable({name: getattr(self, name) for name in type(self).model_fields}).lists()


@dataclass(frozen=True, slots=True)
class Happening:
    """When something happens, as far as told, and the day of the release that tells it.

    `carried` says that the time is that of a trip told before, not of the sentence itself; `departs` that only the
    beginning of that trip is known; `open` that it holds since then.
    """

    first: str | None = None
    last: str | None = None
    issued: str | None = None
    carried: bool = False
    departs: bool = False
    open: bool = False

    @property
    def side(self) -> int | None:
        """-1 where it lies before the release, 1 after, 0 around its day, None where that is unknown."""
        if not self.first or not self.issued:
            return None
        size = min(len(self.first), len(self.issued))
        first, last = self.first[:size], (self.last or self.first)[:size]
        issued = self.issued[:size]
        return 1 if first > issued else -1 if last < issued else 0 if size == _DAY else None


@lru_cache
def words() -> _Words:
    """The list of such words."""
    path = resources.folder("data") / "lexicon" / "de" / "status.yml"
    return parse(path, resources.read_yaml(path), _Words)


def clause(text: str, start: int, end: int) -> str:
    """The part of a sentence around a cue, between the nearest signs that part clauses."""
    left = max(text.rfind(sign, 0, start) for sign in (",", ";", ":", " – ", "„"))
    rights = [place for sign in (", ", ";", ":", " – ") if (place := text.find(sign, end)) >= 0]
    return text[left + 1 : min(rights, default=len(text))]


@lru_cache(maxsize=1024)
def negated(text: str, start: int, end: int) -> bool:
    """Whether the clause around a cue denies it."""
    return words().cues["negated"].stand_in(_NOT_NEGATED.sub("", clause(text, start, end)))


def signs(clause: str) -> bool:
    """Whether a clause tells that a document is signed or concluded."""
    return words().cues["signed"].stand_in(clause)


def leads(text: str, cue: tuple[int, int]) -> bool:
    """Whether a responsibility is one that lasts: a chair, a presidency, not the adoption of a paper."""
    return words().cues["leading"].stand_in(text[slice(*cue)])


def status_of(kind: RelationType, text: str, cue: tuple[int, int], time: Happening) -> Status:
    """Status of a relation from the tense at its cue, its time and the words beside it."""
    told = tense_at(text, *cue)
    if told == Tense.NONE:
        meant = clause_at(text, cue[0]).meant(text) and (kind == RelationType.COOPERATION or _promises(text))
        told = Tense.AHEAD if meant else tense(text)
    scene = _Scene(text, cue, clause_at(text, cue[0]).text(text), told, time)
    if kind == RelationType.AGREEMENT:
        return _agreement(scene)
    if kind in _POINTS:
        return _point(kind, scene)
    if kind == RelationType.RESPONSIBILITY:
        return _responsibility(scene)
    return _lasting(kind, scene)


def _promises(text: str) -> bool:
    """Whether a sentence tells what somebody means to do: "kündigte an, nach Lyon zu reisen"."""
    return words().cues["promised"].stand_in(text)


@dataclass(frozen=True, slots=True)
class _Scene:
    text: str
    cue: tuple[int, int]
    near: str
    told: Tense
    time: Happening

    def says(self, name: str) -> bool:
        """Whether a word of a list stands in the cue's clause."""
        return words().cues[name].stand_in(self.near)

    @property
    def by_verb(self) -> bool:
        """Whether the cue is a verb; one that opens the sentence has a capital too: "Gefördert hat Bayern …"."""
        word = self.text[slice(*self.cue)].split()[0]
        return word[0].islower() or (not self.text[: self.cue[0]].strip("„ ") and bool(forms(word.lower())))

    def cue_is(self, name: str) -> bool:
        """Whether the cue itself is a word of a list."""
        return words().cues[name].stand_in(self.text[slice(*self.cue)])

    @property
    def signs_now(self) -> bool:
        """Whether the clause tells in the present tense that somebody signs."""
        return bool(_SIGNS.search(self.near)) and self.told == Tense.PRESENT

    @property
    def definite(self) -> bool:
        """Whether the cue's noun is one known already: "die", "ihre", "Bayerns"."""
        return self.text[self.cue[0]].isupper() and bool(_DEFINITE.search(self.text[: self.cue[0]]))


def _point(kind: RelationType, scene: _Scene) -> Status:
    """What happens at a time: over, under way or to come."""
    told, side = scene.told, scene.time.side
    if kind in _STAYS and ((side == 0 and scene.says("arrived")) or (side != 1 and scene.says("staying"))):
        return Status.ACTIVE
    if told.over and not scene.says("arranged"):
        return Status.CONCLUDED
    if told == Tense.AHEAD:
        return Status.PLANNED
    if side is not None and not scene.time.carried and side:
        return Status.PLANNED if side > 0 else Status.CONCLUDED
    if scene.says("regular"):
        return Status.ACTIVE
    if told.over:
        return Status.CONCLUDED if side == -1 else Status.PLANNED
    if scene.says("over") or words().cues["over"].stand_in(scene.text):
        return Status.CONCLUDED
    if side == -1:
        return Status.CONCLUDED
    if side == 0 and not scene.says("planned"):
        return _on_the_day(kind, scene)
    if side is None and kind == RelationType.VISIT and scene.says("under_way") and not scene.says("planned"):
        return Status.ACTIVE
    return Status.PLANNED


def _on_the_day(kind: RelationType, scene: _Scene) -> Status:
    """What is told in the present tense around the day of its release."""
    time = scene.time
    if not time.last or time.last == time.first:
        return Status.PLANNED if time.departs else Status.ACTIVE
    if kind == RelationType.HOSTING or (kind == RelationType.VISIT and time.first != time.issued):
        return Status.ACTIVE
    return Status.PLANNED  # a trip that begins today, or what it still brings


def _agreement(scene: _Scene) -> Status:
    """A document is signed, or still to be."""
    if scene.says("ended"):
        return Status.ENDED
    if words().cues["unratified"].stand_in(scene.text):
        return Status.PLANNED
    if scene.told == Tense.AHEAD or scene.says("negotiated"):
        open_ = scene.cue_is("act") or not scene.definite or scene.says("signed") or scene.says("negotiated")
        return Status.PLANNED if open_ else Status.CONCLUDED
    if scene.told.over:
        return Status.PLANNED if scene.says("arranged") and not scene.definite else Status.CONCLUDED
    if scene.time.side == 1:
        return Status.PLANNED
    if (scene.time.side is None or scene.time.carried) and (scene.says("act") or scene.signs_now):
        return Status.PLANNED
    return Status.PLANNED if scene.says("planned") else Status.CONCLUDED


def _responsibility(scene: _Scene) -> Status:
    """A chair lasts, a paper is adopted."""
    side = scene.time.side
    if scene.told == Tense.AHEAD or (scene.told == Tense.PRESENT and (side == 1 or scene.says("planned"))):
        return Status.PLANNED
    if not (scene.cue_is("leading") or scene.says("leading")):
        return Status.CONCLUDED if scene.told.over else Status.ACTIVE
    if scene.told.over:
        return Status.ACTIVE if _has_taken(scene) else Status.ENDED
    if scene.says("over"):
        return Status.ENDED
    return Status.PLANNED if scene.says("takes_over") and side != -1 else Status.ACTIVE


def _has_taken(scene: _Scene) -> bool:
    return bool(re.search(r"\b(?:übernommen|übernahm(?:en)?|übergegangen|angetreten|innehat|gewählt)\b", scene.near))


def _lasting(kind: RelationType, scene: _Scene) -> Status:
    """A tie holds from its beginning until its end; one that is only wished for is planned."""
    side = scene.time.side
    if (
        _FORMER.search(scene.text[: scene.cue[0]])
        or _RESTS.search(scene.near)
        or (scene.says("ended") and not scene.says("deepened"))
    ):
        return Status.ENDED
    if side == 1:
        return Status.PLANNED
    if kind in _DATED:
        return _given(kind, scene)
    if side in (-1, 0):
        return Status.ACTIVE
    if scene.told == Tense.AHEAD and _NEW.search(scene.text[: scene.cue[0]]) and not scene.definite:
        return Status.PLANNED
    if scene.says("deepened") or scene.says("regular"):
        return Status.ACTIVE
    if scene.told == Tense.AHEAD:
        return Status.ACTIVE if scene.definite and not scene.says("begun") else Status.PLANNED
    if scene.definite:
        return Status.ACTIVE
    return Status.PLANNED if scene.says("wished") or scene.says("planned") else Status.ACTIVE


def _given(kind: RelationType, scene: _Scene) -> Status:
    """Help, trade and criticism: over where their sentence dates them in the past."""
    if scene.told.over and _is_done(kind, scene):
        return Status.CONCLUDED
    if scene.says("asked") or (scene.told == Tense.AHEAD and not scene.says("going_on")):
        return Status.PLANNED
    return Status.PLANNED if scene.told == Tense.PRESENT and scene.says("planned") else Status.ACTIVE


def _is_done(kind: RelationType, scene: _Scene) -> bool:
    """Whether what is told in the past tense was done once: a gift, a purchase, not help or trade that goes on."""
    if scene.time.open or scene.says("going_on") or scene.says("regular"):
        return False
    if kind == RelationType.TRADE:
        return scene.says("settled") and (scene.time.first is not None or scene.by_verb)
    return scene.time.first is not None or (kind == RelationType.SUPPORT and scene.by_verb)
