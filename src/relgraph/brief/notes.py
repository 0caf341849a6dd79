"""Footnotes: which sentence bears what is said, numbered in the order of first citing.

One sentence of one release is one note, however often it is cited and however many relations it states.
"""

from collections.abc import Iterable

from relgraph.brief.document import Note
from relgraph.brief.fact import UNSURE, Fact
from relgraph.brief.sentences import Sentences
from relgraph.brief.speech import Speech
from relgraph.vocabulary import ID, Basis


class Notes:
    """The notes of one brief, in the making."""

    def __init__(self, speech: Speech, sentences: Sentences) -> None:
        self._speech, self._sentences = speech, sentences
        self._cited: dict[str, list[Fact]] = {}

    def cite(self, facts: Iterable[Fact], most: int | None = None) -> tuple[int, ...]:
        """Numbers of the notes of these facts, at most so many, in the order given; new sentences get new numbers."""
        given = list(facts)
        kept = list({fact.evidence: None for fact in given})[:most]
        for fact in given:
            if fact.evidence in kept:
                held = self._cited.setdefault(fact.evidence, [])
                if fact not in held:
                    held.append(fact)
        numbers = {evidence: number for number, evidence in enumerate(self._cited, start=1)}
        return tuple(sorted(numbers[evidence] for evidence in kept))

    def all(self) -> tuple[Note, ...]:
        """The notes that were cited, by number."""
        firsts: dict[str, int] = {}
        self._sentences.read(self._cited)
        cited = list(enumerate(self._cited.values(), start=1))
        for number, facts in cited:
            firsts.setdefault(facts[0].origin.iri, number)
        return tuple(self._note(number, facts, firsts[facts[0].origin.iri]) for number, facts in cited)

    def _note(self, number: int, facts: list[Fact], first: int) -> Note:
        origin, speech = facts[0].origin, self._speech
        date = speech.date(origin.date) if origin.date else speech.say("undated")
        url = origin.url if origin.url and origin.url.startswith(("https://", "http://")) else None
        where = origin.publisher or speech.say("no_publisher")
        identifier = speech.say("identifier", id=origin.iri.removeprefix(f"{ID}release/"))
        return Note(
            number=number,
            sentence=" ".join(self._sentences.of(facts[0].evidence).split()),
            lang=origin.language,
            origin=f"{where}, {date}" if url else f"{where}, {date}, {identifier}",
            title=origin.title,
            address=url,
            again=first if first != number else None,
            basis="; ".join(self._bases(facts)),
            unsure=all(fact.unsure for fact in facts),
            relations=tuple(sorted(fact.relation for fact in facts)),
        )

    def _bases(self, facts: list[Fact]) -> Iterable[str]:
        """On what the reading of the sentence rests; of machine reading, how sure it is."""
        speech = self._speech
        reviews = {(fact.reviewer or "", fact.reviewed_on or "") for fact in facts if fact.basis is Basis.REVIEWED}
        for name, date in sorted(reviews):
            yield speech.say("reviewed", name=name, date=speech.date(date))
        if any(fact.basis is Basis.CURATED for fact in facts):
            yield speech.say("curated")
        read = {(self._speech.type(fact.type), fact.confidence) for fact in facts if fact.basis is Basis.MACHINE}
        if read:
            yield speech.say("machine", what=", ".join(self._confidence(*one) for one in sorted(read)))

    def _confidence(self, what: str, confidence: float) -> str:
        said = self._speech.say("confidence", what=what, value=self._speech.decimal(confidence))
        return f"{said} ({self._speech.say('unsure_short')})" if confidence < UNSURE else said
