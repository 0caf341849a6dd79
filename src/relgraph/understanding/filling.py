"""The parameters of a question, filled from what was heard.

A parameter takes what its type says; names are shared out by `roles`. Owns which time fills which parameter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from relgraph.queries.question import Parameter, ParameterType, Question
from relgraph.understanding.day import months_between
from relgraph.understanding.directory import Directory
from relgraph.understanding.hearing import Heard
from relgraph.understanding.lexicon import words
from relgraph.understanding.naming import Named
from relgraph.understanding.roles import place, share_out
from relgraph.vocabulary import TOPIC

POINTS = ("date", "on", "overdue_by", "overdue-by")
LANGUAGE = "language"


@dataclass(frozen=True)
class Filled:
    """Values of a question's parameters, as `relgraph query` takes them, and what did not fit in.

    `things` are the names behind the values that are entities; `assumed` are parameters whose value nobody said;
    `idle` are names and topics that the question has no place for; `idle_time` whether it has none for a time.
    """

    params: Mapping[str, str]
    things: Mapping[str, Named]
    topics: Mapping[str, Named]
    assumed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    idle: tuple[Named, ...] = ()
    idle_time: bool = False


@dataclass
class _Filling:
    question: Question
    heard: Heard
    today: str
    params: dict[str, str] = field(default_factory=dict)
    used_time: set[str] = field(default_factory=set)

    def takes(self, name: str) -> Parameter | None:
        return self.question.parameter(name)

    def fill_times(self) -> tuple[str, ...]:
        """Fill what takes a time; what was assumed is given back."""
        period, assumed = self.heard.period, []
        points = [name for name in POINTS if self.takes(name)]
        pointed = period.point or period.until or (period.since if points == ["date"] else None)
        if self.takes("months") and (months := self._months()):
            self.params["months"] = str(months)
            self.used_time |= {"since"}
        elif self.takes("since") and period.since and not (points and period.point and not self.takes("until")):
            self.params["since"] = period.since
            self.used_time |= {"since"}
        if self.takes("until") and period.until:
            self.params["until"] = period.until
            self.used_time |= {"until"}
        if points and pointed and not self.params.get("since") and not (points == ["on"] and not period.point):
            self.params[points[0]] = pointed
            self.used_time |= {"since", "until"}
        since = self.takes("since")
        if since and since.required and "since" not in self.params and not period:
            self.params["since"] = self.today
            assumed.append("since")
        until = self.takes("until")
        if until and until.required and "until" not in self.params and "since" in self.params:
            self.params["until"] = self.today
            assumed.append("until")
        return tuple(assumed)

    def fill_choices(self) -> None:
        """Fill what takes a type, a status, a class, a number or a choice."""
        shared = words()
        for name, table in (("type", shared.relation_types), ("status", shared.statuses), ("by", shared.by)):
            parameter = self.takes(name)
            if parameter is None or (name == "type" and parameter.type is not ParameterType.RELATION_TYPE):
                continue
            found = [table[concept] for concept in self._in_order() if concept in table]
            if found and (not parameter.choices or found[0] in parameter.choices):
                self.params[name] = found[0]
        kind = self.takes("type")
        if kind is not None and kind.type is not ParameterType.RELATION_TYPE:
            found = [value for concept in self._in_order() if (value := shared.classes.get(concept))]
            if found and (not kind.choices or found[0] in kind.choices):
                self.params["type"] = found[0]
        for name in ("minimum", "below"):
            if self.takes(name) and (value := next(self._numbers(name), None)):
                self.params[name] = value

    def _months(self) -> int | None:
        period = self.heard.period
        if period.months:
            return period.months
        if period.since and not period.point:
            return months_between(period.since, self.today) or None
        return None

    def _in_order(self) -> Iterator[str]:
        return (sighting.concept for sighting in sorted(self.heard.concepts, key=lambda s: (s.places, s.concept)))

    def _numbers(self, name: str) -> Iterator[str]:
        for _, value in self.heard.numbers:
            if name == "minimum" and value.isdecimal():
                yield value
            elif name == "below":
                number = float(value)
                yield f"{number / 100:g}" if number > 1 else value


def fill(
    question: Question,
    heard: Heard,
    directory: Directory,
    today: str,
    topics: tuple[Named, ...],
) -> Filled:
    """Values for a question's parameters.

    Args:
        question: of the catalogue.
        heard: what was heard.
        directory: whom names stand for.
        today: the day that counts as today.
        topics: those topics that are not already said by the question itself.
    """
    filling = _Filling(question, heard, today)
    assumed = filling.fill_times()
    filling.fill_choices()
    takes = [parameter.name for parameter in question.parameters if parameter.type is ParameterType.ENTITY]
    shared = share_out(heard.names, takes, heard, directory)
    things = {name: place(name, named, heard, directory) for name, named in shared.items()}
    for name, named in things.items():
        assert named.thing is not None
        filling.params[name] = named.thing.iri
    told: dict[str, Named] = {}
    generic = words().generic_topics
    topics = tuple(sorted(topics, key=lambda named: named.topic in generic))
    if topics and filling.takes("topic"):
        told["topic"] = topics[0]
        filling.params["topic"] = TOPIC + str(topics[0].topic)
    if heard.release and filling.takes("release"):
        filling.params["release"] = heard.release.id
    needed = [parameter.name for parameter in question.parameters if parameter.required]
    used = [*shared.values(), *things.values(), *told.values()]
    said = {end for end in ("since", "until") if getattr(heard.period, end)}
    idle_ends = said - filling.used_time - ({"until"} if heard.period.point and "since" in filling.used_time else set())
    return Filled(
        params=filling.params,
        things=things,
        topics=told,
        assumed=assumed,
        missing=tuple(name for name in needed if name not in filling.params),
        idle=tuple(_idle((*heard.names, *topics), used, directory)),
        idle_time=bool(idle_ends),
    )


def _idle(named: Iterable[Named], used: list[Named], directory: Directory) -> Iterator[Named]:
    """Names and topics that no parameter took; a topic that yields to another one is none of them."""
    taken = any(one.topic for one in used)
    for one in named:
        yielding = taken and one.topic in words().generic_topics
        if one not in used and not yielding and not _inside(one, used, directory) and not _again(one, used):
            yield one


def _again(named: Named, used: list[Named]) -> bool:
    """Whether a name names what a used one names."""
    return any((named.topic, named.thing) == (one.topic, one.thing) for one in used)


def _inside(named: Named, used: list[Named], directory: Directory) -> bool:
    """Whether a name only says where one that is used lies."""
    return named.thing is not None and any(
        other.thing is not None and directory.holds(named.thing, other.thing) for other in used
    )
