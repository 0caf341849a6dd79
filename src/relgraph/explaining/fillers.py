"""Who fills the ends of a relation, by which words, and why these words stand for it."""

from collections.abc import Iterator

from relgraph.explaining.explanation import Filler
from relgraph.explaining.readings import value_label
from relgraph.explaining.rereading import Held, Weighed
from relgraph.explaining.words import say
from relgraph.extraction.distances import End
from relgraph.extraction.draft import Draft
from relgraph.model import Entity, Relation, Span
from relgraph.names.gazetteer import gazetteer


def fillers(told: Weighed | Held, relation: Relation, draft: Draft, language: str) -> Iterator[Filler]:
    """Subject, object, document and event of a relation, as far as it has them."""
    if isinstance(told, Held):
        yield from _of_office(told, draft, language)
    else:
        candidate = told.candidate
        for name, end in (("subject", candidate.subject), ("object", candidate.object)):
            if end is not None:
                yield _filler(name, end, told, draft, language)
    for name, id_ in (("document", relation.document), ("event", relation.event)):
        if id_ is not None:
            span = _mention(draft, id_, relation.evidence.start, relation.evidence.end)
            yield _made(name, draft.entities[id_], "name", span, None, say(language, "ends", f"near_{name}"))


def _filler(name: str, end: End, told: Weighed, draft: Draft, language: str) -> Filler:
    entity = draft.entities[end.id]
    if not end.named:
        text = value_label("governs", end.kind, language)
        sentence = told.frame.scene.sentence
        span = _mention(draft, end.id, sentence.start, sentence.end)
        if span:
            text = say(language, "ends", "also", text=text, words=span.text)
        return _made(name, entity, end.kind, span, None, text)
    phrase = told.frame.scene.phrases[end.phrase]
    governs = value_label("governs", end.governs, language)
    named = _mention(draft, end.id, phrase.start, phrase.end)
    span = named or _span(draft, phrase.start, phrase.end)
    form = "reference" if phrase.reference else "name"
    text = say(language, "ends", form, words=span.text, name=entity.name, governs=governs)
    return _made(name, entity, form, span, end.governs, _with_office(text, end.id, told, draft, language))


def _with_office(text: str, id_: str, told: Weighed, draft: Draft, language: str) -> str:
    """The same with where a person holds office, which tells whose side it is on."""
    body = told.frame.scene.bodies.get(id_)
    office = say(language, "ends", "office", name=draft.entities[body].name) if body else ""
    return f"{text}; {office}" if office else text


def _of_office(told: Held, draft: Draft, language: str) -> Iterator[Filler]:
    holding = told.holding
    sentence = told.relation.evidence
    person = _mention(draft, holding.person, sentence.start, sentence.end)
    yield _made("subject", draft.entities[holding.person], "name", person, None, say(language, "ends", "person"))
    body = draft.entities[holding.body]
    span = _mention(draft, holding.body, sentence.start, sentence.end)
    why = "body" if holding.sure and span else "compound" if holding.sure else "guessed"
    yield _made("object", body, "name" if span else "office", span, None, say(language, "ends", why))


def _made(end: str, entity: Entity, how: str, mention: Span | None, governs: str | None, text: str) -> Filler:
    return Filler(
        end=end,
        id=entity.id,
        name=entity.name,
        type=entity.type,
        how=how,
        mention=mention,
        governs=governs,
        linked=is_linked(entity.id),
        text=text,
    )


def is_linked(id_: str) -> bool:
    """Whether the gazetteer knows an entity."""
    return gazetteer().by_id(id_) is not None


def _mention(draft: Draft, id_: str, start: int, end: int) -> Span | None:
    """The first words in a stretch that name an entity."""
    found = next((span for span in draft.within(start, end) if span.id == id_), None)
    return _span(draft, found.start, found.end) if found else None


def _span(draft: Draft, start: int, end: int) -> Span:
    return Span(text=draft.text[start:end], start=start, end=end)
