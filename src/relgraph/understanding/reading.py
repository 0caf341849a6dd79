"""Readings of what somebody asks: questions of the catalogue with their parameters, the likeliest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from relgraph.queries.catalogue import catalogue
from relgraph.queries.question import Question
from relgraph.store.protocol import Store
from relgraph.understanding.directory import Directory
from relgraph.understanding.hearing import Heard, hear
from relgraph.understanding.lexicon import cues
from relgraph.understanding.matters import Matters
from relgraph.understanding.weighing import Weighed, weigh

LEAST = 1.6
"""A reading of less weight is none."""
UNREAD_RAISES = 0.3
"""How much each word that is not understood adds to that."""
NEAR, MOST_READINGS = 2.5, 4
NEWEST = "SELECT (MAX(?issued) AS ?newest) { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?issued } }"


@dataclass(frozen=True)
class Reading:
    """A question of the catalogue with values for its parameters, and how sure the reader is, from 0 to 1."""

    weighed: Weighed
    confidence: float

    @property
    def question(self) -> Question:
        """The question of the catalogue."""
        return self.weighed.question

    @property
    def params(self) -> Mapping[str, str]:
        """Values as `relgraph query` takes them: IRIs, ids, dates, numbers."""
        return self.weighed.filled.params


@dataclass(frozen=True)
class Readings:
    """What was heard, the readings that it bears, and the questions that come nearest where it bears none."""

    heard: Heard
    readings: tuple[Reading, ...]
    nearest: tuple[Weighed, ...]
    today: str


class Reader:
    """Reads questions to one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def directory(self) -> Directory:
        """Whom and what a question may name."""
        return Directory(self.store)

    @cached_property
    def matters(self) -> Matters:
        """The topics that a question may name."""
        return Matters(self.store)

    @cached_property
    def newest(self) -> str:
        """Date of the newest release: the day that counts as today, as there is no clock."""
        rows = self.store.select(NEWEST).rows
        return str(rows[0][0]) if rows and rows[0][0] is not None else "2000-01-01"

    def read(self, text: str, today: str | None = None) -> Readings:
        """Readings of a question; "last year" counts from `today`, by default the date of the newest release."""
        day = today or self.newest
        heard = hear(text, self.store, self.directory, self.matters, day)
        known = cues()
        weighed = [
            weigh(question, known[name], heard, self.directory, day)
            for name, question in catalogue().items()
            if name in known
        ]
        weighed.sort(key=lambda one: (-one.weight, one.question.name))
        nearest = tuple(one for one in weighed if one.near)[:3]
        least = LEAST + UNREAD_RAISES * len(heard.unread)
        likely = [one for one in weighed if one.weight >= least and not one.filled.missing]
        if not likely or (heard.unread and not likely[0].cued):
            return Readings(heard, (), nearest, day)
        best = likely[0].weight
        near = [one for one in likely if best - one.weight <= NEAR][:MOST_READINGS]
        return Readings(heard, tuple(Reading(one, _confidence(one.weight, best)) for one in near), nearest, day)


def _confidence(weight: float, best: float) -> float:
    """From the weight itself and the distance to the best one."""
    from math import exp

    return round(exp((weight - best) / 1.5) / (1 + exp(LEAST + 0.5 - weight)), 2)
