"""Decisions that no longer fit: which, why, and what stands in the release now; as a value, and in words."""

from enum import StrEnum

from relgraph.dates import spelt
from relgraph.explaining.words import quoted, relation_label
from relgraph.extraction.tokens import sentences
from relgraph.model import Value
from relgraph.review.decisions import Link, OfRelation, Same
from relgraph.review.words import say
from relgraph.vocabulary import RelationType

_ALIKE = 60
"""How much alike a sentence must be, of 100, to be offered in the place of another."""


class Why(StrEnum):
    """Why a decision no longer fits."""

    NO_RELEASE = "release gone"
    NO_SENTENCE = "sentence gone"
    NOT_READ = "not read any more"
    OTHER_SENTENCE = "read out of another sentence"
    NO_END = "end unknown"
    NO_ENTITY = "entity gone"
    NO_AUTHORITY = "no known entity"
    NO_RELATION = "no relation"


class Unfit(Value):
    """A decision that could not be played back.

    `about` names the two that it is about, `relation` is the type of a decision on a relation and `sentence` what that
    quotes; `now` is the sentence of the release that comes nearest where that one is gone, `name` whom `why` is about.
    """

    decision: str
    by: str
    date: str
    release: str | None = None
    relation: RelationType | None = None
    about: str
    sentence: str | None = None
    why: Why
    name: str | None = None
    now: str | None = None

    def tell(self, language: str) -> str:
        """What does not fit and why, in a line."""
        about = f"{relation_label(self.relation, language)} {self.about}" if self.relation else self.about
        why = say(language, "why", self.why.value, name=quoted(self.name or "", language))
        where = f"{self.release}: " if self.release else ""
        decision, day = say(language, "decisions", self.decision), spelt(self.date, language)
        line = say(language, "talk", "unfit", decision=decision, about=about, by=self.by, date=day, why=why)
        if self.sentence:
            line += f": {quoted(self.sentence, language)}"
        if self.now:
            line += f"; {say(language, 'talk', 'now', sentence=quoted(self.now, language))}"
        return where + line


def unfit(decision: OfRelation | Same | Link, why: Why, name: str | None = None, text: str = "") -> Unfit:
    """The account of a decision that does not fit; `text` is that of its release."""
    signed = {"decision": decision.decision, "by": decision.by, "date": decision.date, "release": decision.release}
    if isinstance(decision, OfRelation):
        relation = decision.relation
        other = relation.object.name if relation.object else ", ".join(relation.topics)
        now = _nearest(decision.sentence, text) if why is Why.NO_SENTENCE else None
        return Unfit(
            **signed, relation=relation.type, about=f"{relation.subject.name} – {other}", sentence=decision.sentence,
            why=why, name=name, now=now,
        )  # fmt: skip
    other = decision.other.name if isinstance(decision, Same) else decision.to.name
    return Unfit(**signed, about=f"{decision.entity.name} – {other}", why=why, name=name)


def _nearest(sentence: str, text: str) -> str | None:
    """The sentence of a text that is most like one that is gone from it, if any is much like it."""
    from rapidfuzz import fuzz, process

    held = [text[one.start : one.end] for one in sentences(text)]
    found = process.extractOne(sentence, held, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else None
