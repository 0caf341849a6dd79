"""Where the dates of a relation come from: its own sentence, another that states it, or the occasion told so far."""

from collections.abc import Iterator, Sequence

from relgraph.explaining.explanation import DateReason
from relgraph.explaining.rereading import Held, Rereading, Weighed
from relgraph.explaining.words import say
from relgraph.extraction.dates import When
from relgraph.extraction.tokens import Sentence
from relgraph.model import Relation

_FIELDS = {"date": "date", "from": "from_", "until": "until"}


def date_reasons(
    relation: Relation, stating: Sequence[Weighed | Held], read: Rereading, language: str
) -> Iterator[DateReason]:
    """A reason for each date that a relation has; `stating` is what states it, its evidence first."""
    for field, attribute in _FIELDS.items():
        value = getattr(relation, attribute)
        if value is None:
            continue
        teller = next((one for one in stating if one.relation and getattr(one.relation, attribute) == value), None)
        how, found = _origin(teller, relation, value, read)
        words = found[1].text[found[0].start : found[0].end] if found else None
        text = say(language, "dates", how, words=words or "", lead=_lead(found, language))
        if words and value[:4] not in words:
            text += "; " + say(language, "dates", "counted", issued=read.release.date or "–")
        sentence = found[1].text if found and how != "own" else None
        yield DateReason(field=field, value=value, how=how, words=words, sentence=sentence, text=text)


_Found = tuple[When, Sentence]


def _origin(
    teller: Weighed | Held | None, relation: Relation, value: str, read: Rereading
) -> tuple[str, _Found | None]:
    """How a date came to a relation, and the words that tell it."""
    evidence = teller.relation.evidence if teller and teller.relation else relation.evidence
    here = [one for one in read.draft.sentences if one.start == evidence.start]
    if found := _telling(here, value, read):
        return ("own" if evidence == relation.evidence else "other"), found
    before = [one for one in reversed(read.draft.sentences) if one.start < evidence.start]
    after = [one for one in read.draft.sentences if one.start > evidence.start]
    founding = [one for one, time in read.timeline.foundings if time == value]
    if founding and (found := _telling(founding, value, read)):
        return "founding", found
    found = _telling([*before, *after], value, read)
    return ("occasion" if found else "unknown"), found


def _telling(sentences: Sequence[Sentence], value: str, read: Rereading) -> _Found | None:
    """The first sentence with a date that is the value, or a day in it."""
    for sentence in sentences:
        for when in read.timeline.dates(sentence):
            if value in (when.first, when.last) or when.first.startswith(f"{value}-"):
                return when, sentence
    return None


def _lead(found: _Found | None, language: str) -> str:
    return say(language, "leads", found[0].lead or "none") if found else ""
