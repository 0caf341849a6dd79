"""A reading in words, and as the command that asks the same by name.

Owns the words for people; what was read is the business of `reading`.
"""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from relgraph.errors import RelgraphError
from relgraph.queries.question import ParameterType
from relgraph.queries.resolving import resolve
from relgraph.store.terms import Iri
from relgraph.understanding.filling import LANGUAGE
from relgraph.understanding.lexicon import phrases, words
from relgraph.understanding.naming import Named
from relgraph.understanding.reading import Reader, Readings
from relgraph.understanding.weighing import Weighed
from relgraph.vocabulary import ONTOLOGY, TOPIC, EntityType


@dataclass(frozen=True)
class Teller:
    """Tells readings in one language."""

    reader: Reader
    language: str

    def say(self, key: str) -> str:
        """A phrase in the language."""
        return phrases()[self.language][key]

    def reading(self, weighed: Weighed) -> str:
        """Question and parameters: "Technologieführer · Thema Halbleiter"."""
        filled = weighed.filled
        told = [weighed.question.title[self.language]]
        for name, value in self._values(weighed).items():
            assumed = f" ({self.say('assumed')})" if name in filled.assumed else ""
            told.append(f"{self._called(weighed, name)} {value}{assumed}")
        return " · ".join(told)

    def command(self, weighed: Weighed) -> str:
        """The command that asks the same question by name."""
        given = [f"--param {shlex.quote(f'{name}={value}')}" for name, value in self.params(weighed).items()]
        return " ".join(["relgraph query", weighed.question.name, *given])

    def params(self, weighed: Weighed) -> dict[str, str]:
        """Values for `relgraph query`: labels where they name the same thing again, else IRIs."""
        return {name: self._value(weighed, name, value) for name, value in weighed.filled.params.items()}

    def notes(self, readings: Readings, chosen: int) -> Iterator[str]:
        """What else there is to know about a reading: slips, words left over, what was assumed, other readings."""
        heard, weighed = readings.heard, readings.readings[chosen].weighed
        for typed, read in self._slips(readings, weighed):
            yield self.say("slip").format(typed, read)
        for named in weighed.filled.things.values():
            if named.thing and named.others and named.thing.mark == "person":
                yield self.say("others").format(named.thing.name, ", ".join(one.name for one in named.others))
            if named.thing and not named.thing.stored and not self._holds(named.thing.iri):
                yield f"{self._name(named)}: {self.say('unknown')}"
        if heard.period.relative:
            yield self.say("relative").format(readings.today)
        if heard.unread:
            yield f"{self.say('unread')}: {', '.join(heard.unread)}"
        idle = [self._name(named) for named in weighed.filled.idle]
        idle += [self.say("time")] if weighed.filled.idle_time else []
        if idle:
            yield f"{self.say('idle')}: {', '.join(idle)}"

    def others(self, readings: Readings, chosen: int) -> list[tuple[int, Weighed]]:
        """The readings that are near, with the numbers by which they are chosen."""
        return [(n, one.weighed) for n, one in enumerate(readings.readings, 1) if n != chosen + 1]

    def as_data(self, readings: Readings, chosen: int) -> dict[str, Any]:
        """A reading for programs."""
        one = readings.readings[chosen]
        return {
            "words": f"{self.say('read')}: {self.reading(one.weighed)}",
            "question": one.question.name,
            "params": self.params(one.weighed),
            "confidence": one.confidence,
            "command": self.command(one.weighed),
            "notes": list(self.notes(readings, chosen)),
            "also": [
                {
                    "reading": number,
                    "question": weighed.question.name,
                    "params": self.params(weighed),
                    "confidence": readings.readings[number - 1].confidence,
                    "command": self.command(weighed),
                }
                for number, weighed in self.others(readings, chosen)
            ],
        }

    def refusal(self, readings: Readings) -> Iterator[str]:
        """Why there is no answer, and the questions that come nearest."""
        yield self.say("none")
        if readings.heard.unread:
            yield f"{self.say('unread')}: {', '.join(readings.heard.unread)}"
        if readings.heard.outside:
            yield f"{self.say('outside')}: {', '.join(readings.heard.outside)}"
        for weighed in readings.nearest:
            missing = [self._called(weighed, name) for name in weighed.filled.missing]
            lack = f" ({self.say('missing')}: {', '.join(missing)})" if missing else ""
            yield f"{self.say('nearest')}: {weighed.question.question[self.language]}{lack}  {self.command(weighed)}"
        yield self.say("catalogue")

    def empty(self, weighed: Weighed, without: Mapping[str, int]) -> Iterator[str]:
        """That an answer is empty, and how many rows there would be without one part of the reading."""
        yield self.say("empty")
        for name, rows in without.items():
            if rows:
                told = f"{self._called(weighed, name)} {self._values(weighed)[name]}"
                yield self.say("without").format(told, rows)

    def _values(self, weighed: Weighed) -> dict[str, str]:
        """Values in words, in the order of the question's parameters."""
        shown: dict[str, str] = {}
        for parameter in weighed.question.parameters:
            value = weighed.filled.params.get(parameter.name)
            if value is None or parameter.name == LANGUAGE:
                continue
            if named := weighed.filled.things.get(parameter.name) or weighed.filled.topics.get(parameter.name):
                value = self._name(named)
            elif parameter.type in (ParameterType.STATUS, ParameterType.RELATION_TYPE):
                value = self._label(str(resolve(value, parameter.type, self.reader.store))) or value
            elif value in words().choices:
                value = words().choices[value][self.language]
            elif parameter.choices:
                value = self._label(ONTOLOGY + value) or value
            shown[parameter.name] = value
        return shown

    def _called(self, weighed: Weighed, name: str) -> str:
        """What a parameter is called; one for a country that is given a region or city, what that is."""
        named = weighed.filled.things.get(name)
        if name == "country" and named and named.thing and named.thing.kind != EntityType.COUNTRY:
            return self._label(ONTOLOGY + named.thing.kind) or named.thing.kind
        known = words().parameters.get(name)
        if known:
            return known[self.language]
        parameter = weighed.question.parameter(name)
        return parameter.help[self.language] if parameter else name

    def _name(self, named: Named) -> str:
        if named.topic is not None:
            return self.reader.matters.name(named.topic, self.language)
        assert named.thing is not None
        if self.language != "en":
            return named.thing.name
        return (
            self._label(named.thing.iri)
            or (not named.thing.stored and self._listed(named.thing.iri))
            or named.thing.name
        )

    def _holds(self, iri: str) -> bool:
        """Whether anything in the graph lies in an area that the graph itself does not name."""
        return self.reader.store.ask("ASK { ?part rg:within ?thing }", {"thing": Iri(iri)})

    @staticmethod
    def _listed(iri: str) -> str | None:
        from relgraph.names.gazetteer import gazetteer

        entity = gazetteer().by_id(iri)
        return entity.name_en if entity else None

    def _label(self, iri: str) -> str | None:
        rows = self.reader.store.select(
            "SELECT ?label { ?thing rdfs:label|skos:prefLabel ?label }", {"thing": Iri(iri)}
        ).rows
        found = {getattr(label, "language", None): str(label) for (label,) in rows}
        return found.get(self.language) or found.get("de")

    def _value(self, weighed: Weighed, name: str, value: str) -> str:
        parameter = weighed.question.parameter(name)
        named = weighed.filled.things.get(name) or weighed.filled.topics.get(name)
        if parameter is None or named is None:
            return value.removeprefix(ONTOLOGY)
        label = self._name(named)
        try:
            same = str(resolve(label, parameter.type, self.reader.store)) == value
        except RelgraphError:
            same = False
        return label if same or not value else value.removeprefix(TOPIC)

    def _slips(self, readings: Readings, weighed: Weighed) -> Iterator[tuple[str, str]]:
        used = [*weighed.filled.things.values(), *weighed.filled.topics.values(), *weighed.filled.idle]
        for named in used:
            if named.typed:
                yield named.typed, self._name(named)
        yield from readings.heard.slips
