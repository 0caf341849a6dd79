"""How well a question of the catalogue fits what was heard.

A weight adds up what speaks for a question (its cues, parameters that are filled) and against it (names it has no place
for, parameters that are missing, words that it does not explain). Owns the weights that all questions share.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relgraph.queries.question import Question
from relgraph.understanding.directory import Directory
from relgraph.understanding.filling import LANGUAGE, Filled, fill
from relgraph.understanding.hearing import OUTSIDE, Heard
from relgraph.understanding.lexicon import Cues
from relgraph.understanding.naming import Named
from relgraph.understanding.roles import kind_of

FILLED, ASSUMED, MISSING = 0.7, -0.3, -3.0
IDLE_NAME, IDLE_TOPIC, IDLE_TIME = -1.0, -1.0, -0.8
UNREAD, UNEXPLAINED, SLIP, OFF_SUBJECT = -0.9, -0.4, -0.4, -4.0
_MOST_UNREAD = 4
_ASKING = frozenset({"who", "where", "when", "with-whom"})
# What tells only who goes where is explained by no question, and needs no explaining
_SILENT = frozenset({"guest", "trip", "visiting", "asks-guest", "asks-visitor", "asks-destination"})


@dataclass(frozen=True)
class Weighed:
    """A question, its parameters as filled, its weight, and whether any of its cues was heard.

    `near` says whether anything speaks for it, and more than against it, but that no question is about the subject.
    """

    question: Question
    filled: Filled
    weight: float
    cued: bool
    near: bool


def weigh(question: Question, cues: Cues, heard: Heard, directory: Directory, today: str) -> Weighed:
    """A question of the catalogue weighed against what was heard."""
    said = {sighting.concept for sighting in heard.concepts}
    own = {concept for cue, weight in cues.cues.items() if weight > 0 for concept in cue.split()} & said
    covered = {
        place
        for sighting in heard.concepts
        if sighting.concept in own and not sighting.open
        for place in sighting.places
    }
    topics = tuple(topic for topic in heard.topics if not covered.issuperset(range(topic.first, topic.last + 1)))
    filled = fill(question, heard, directory, today, topics)
    features = said | set(_kinds(heard, topics, directory))
    met = [(cue, weight) for cue, weight in cues.cues.items() if _holds(cue, features)]
    speaking = [cue for cue, weight in met if weight > 0]
    cued = any(not part.startswith("@") or part == "@release" for cue in speaking for part in cue.split())
    weight = sum(weight for _, weight in met)
    if not cued and heard.names and not heard.topics:
        weight += cues.bare
        speaking += ["@"] if cues.bare else []
    weight += _fit(filled, cues.needs)
    weight += UNREAD * min(len(heard.unread), _MOST_UNREAD) + UNEXPLAINED * _unexplained(heard, own)
    weight += SLIP * len(heard.slips)
    near = bool(speaking) and weight > 0
    weight += OFF_SUBJECT if OUTSIDE in said else 0
    return Weighed(question, filled, weight if speaking else min(weight, 0.0), cued, near)


def _fit(filled: Filled, needs: Mapping[str, float]) -> float:
    weight = FILLED * (len(set(filled.params) - {LANGUAGE}) - len(filled.assumed)) + ASSUMED * len(filled.assumed)
    weight += sum(-needs[name] if name in needs else MISSING for name in filled.missing)
    weight += sum(IDLE_NAME if named.thing else IDLE_TOPIC for named in filled.idle)
    return weight + (IDLE_TIME if filled.idle_time else 0)


def _unexplained(heard: Heard, own: set[str]) -> int:
    """How many words are cues, but of other questions only."""
    explained: set[int] = set()
    others: set[int] = set()
    for sighting in heard.concepts:
        if sighting.concept in _SILENT:
            continue
        (explained if sighting.concept in own or sighting.concept in _ASKING else others).update(sighting.places)
    return len(others - explained)


def _holds(cue: str, features: set[str]) -> bool:
    return all((part[1:] not in features) if part.startswith("!") else (part in features) for part in cue.split())


def _kinds(heard: Heard, topics: tuple[Named, ...], directory: Directory) -> Iterator[str]:
    """What was found, as cues name it."""
    for named in heard.names:
        kind = kind_of(named, heard, directory)
        yield f"@{kind}"
        if kind in ("home", "place"):
            yield "@place"
            if kind == "place":
                yield "@abroad"
    if len(heard.names) > 1:
        yield "@two"
    if topics:
        yield "@topic"
    if heard.release:
        yield "@release"
    period = heard.period
    if period.point:
        yield "@date"
    elif period.since:
        yield "@since"
    if period.until:
        yield "@until"
    if period.months:
        yield "@duration"
    if heard.numbers:
        yield "@number"
