"""What set the status of a relation: the words, and the time, without which it would be another.

Owns the trial: each word of the sentence is struck out in turn and the status read again, so that all that
reading looks at is found, without a trace of it in reading itself.
"""

import re
from dataclasses import dataclass

from relgraph.explaining.explanation import StatusReason, Turn
from relgraph.explaining.words import say, status_label, table
from relgraph.extraction.clauses import clause_at
from relgraph.extraction.status import Happening, status_of, words
from relgraph.extraction.tense import Tense, tense, tense_at
from relgraph.vocabulary import RelationType, Status

_WORD = re.compile(r"[\w-]+")
_MOST = 3


@dataclass(frozen=True)
class StatusTrial:
    """A status with all that it was read from."""

    kind: RelationType
    text: str
    cue: tuple[int, int]
    time: Happening

    def read(self, *, text: str | None = None, time: Happening | None = None) -> Status:
        """The status, with something of it changed."""
        return status_of(self.kind, text or self.text, self.cue, time or self.time)

    @property
    def tense(self) -> Tense:
        """The tense at the cue, else that of the sentence."""
        told = tense_at(self.text, *self.cue)
        return tense(self.text) if told == Tense.NONE else told

    def turns(self) -> list[Turn]:
        """Words without which the status would be another, those nearest to the cue first."""
        status = self.read()
        found: dict[str, Turn] = {}
        for word in sorted(_WORD.finditer(self.text), key=lambda word: abs(word.start() - self.cue[0])):
            without = self.text[: word.start()] + "~" * len(word[0]) + self.text[word.end() :]
            other = self.read(text=without)
            if other != status:
                name, whole = self._listed(word[0], without)
                found.setdefault(whole, Turn(word=whole, otherwise=other, list=name))
        return list(found.values())[:_MOST]

    def _listed(self, word: str, without: str) -> tuple[str | None, str]:
        """The list that a struck word stands in, and the whole entry of it: "stehen auf dem Programm"."""
        near, rest = (clause_at(text, self.cue[0]).text(text) for text in (self.text, without))
        for name, cues in words().cues.items():
            if name in table("lists") and not cues.stand_in(rest):
                for start, end in cues.find(near):
                    return name, near[start:end]
        return None, word

    def by_time(self) -> Status | None:
        """What the status would be if no time were known, where that is another."""
        other = self.read(time=Happening(issued=self.time.issued))
        return other if other != self.read() else None


def status_reason(trial: StatusTrial, status: Status, language: str) -> StatusReason:
    """What set a status that was read from its sentence."""
    turns = trial.turns()
    told = trial.tense
    parts = [say(language, "tenses", told.value)]
    parts += [_turned(turn, language) for turn in turns]
    if (other := trial.by_time()) is not None and trial.time.first:
        side = {-1: "before", 0: "same", 1: "after", None: "unknown"}[trial.time.side]
        when = say(language, "times", side, time=trial.time.first, issued=trial.time.issued)
        parts.append(say(language, "status", "time", when=when, other=status_label(other, language)))
    if len(parts) == 1:
        parts.append(say(language, "status", "default"))
    return StatusReason(status=status, fixed=False, tense=told.value, turns=tuple(turns), text="; ".join(parts))


def fixed_status(status: Status, key: str, language: str) -> StatusReason:
    """A status that was not read from the tense: `key` says who set it."""
    return StatusReason(status=status, fixed=True, tense=None, turns=(), text=say(language, "status", key))


def _turned(turn: Turn, language: str) -> str:
    listed = say(language, "lists", turn.list) if turn.list else ""
    key = "listed" if listed else "turn"
    return say(language, "status", key, word=turn.word, other=status_label(turn.otherwise, language), list=listed)
