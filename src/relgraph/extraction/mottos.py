"""Events known by their motto: "diskutierten … unter dem Motto „Brücken nach Norden“"."""

import re

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Sentence
from relgraph.model import Entity
from relgraph.vocabulary import EntityType

_MOTTO = re.compile(
    r"unter de[mr] (?:Motto|Titel|Leitthema|Leitwort|Überschrift) [„\"»]([^“”\"«\n]{4,120})[“”\"«]", re.IGNORECASE
)
_GENERIC = re.compile(
    r"\b(?:Auftakt|Abschluss|Fach|Haupt|Diskussions|Informations|Jubiläums)?(?:[Vv]eranstaltung|[Tt]agung|[Ff]estakt|[Kk]ick-?off)\b"
)


def find_mottos(draft: Draft) -> None:
    """Add an event for a motto in a sentence that names no event, and the words that come back to it."""
    for sentence in draft.sentences:
        motto = _MOTTO.search(sentence.text)
        if motto and not any(
            draft.type_of(span) == EntityType.EVENT for span in draft.within(sentence.start, sentence.end)
        ):
            _add(draft, sentence, motto)


def _add(draft: Draft, sentence: Sentence, motto: re.Match[str]) -> None:
    name = motto[1].strip()
    event = Entity(id=iris.entity(EntityType.EVENT, name), type=EntityType.EVENT, name=name)
    if not draft.add(event, sentence.start + motto.start(1), sentence.start + motto.end(1)):
        return
    for again in _GENERIC.finditer(draft.text, sentence.end):
        if draft.covered(again.start(), again.end()) is None:
            draft.spans.add(Span(again.start(), again.end(), event.id))
