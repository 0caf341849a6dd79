"""Holding a whole graph, or what of it has changed, against the shapes, the rules and the releases' own text.

Memory holds some megabytes of quads at a time, the classes of some things, and the names of all graphs and things.
"""

import os
import sys
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice

from relgraph import heap
from relgraph.compiled import compiled
from relgraph.errors import CheckError
from relgraph.graph.checks import Violation, check_evidence, check_queries, checks
from relgraph.graph.ontology import ontology_graph, ontology_nquads, read_turtle
from relgraph.graph.screen import Screen, classes_above
from relgraph.graph.shapes import check_shapes
from relgraph.resources import folder
from relgraph.shares.changes import Delta
from relgraph.store.block import Block
from relgraph.store.contents import spool_of
from relgraph.store.protocol import Store
from relgraph.store.spool import Spool
from relgraph.vocabulary import DIRECT_PROPERTIES, ONTOLOGY, PREFIXES

_TOGETHER = 1000
"""Releases, ties, tallies or things that the queries are asked of at once."""

_REMEMBERED = 100_000
"""Things whose classes are kept."""

_WAITING = 100
"""Portions that wait for the queries, or whose breaches wait to be told."""
_TRIMMED = 8
"""Portions after which free memory goes back to the system."""

_TYPE = f"<{PREFIXES['rdf']}type>"
_KINDS = {
    **dict.fromkeys((f"<{ONTOLOGY}{name}>" for name in (
        "Tie", "sums", "joins", "relationType", "tieStatus", "tieBasis", "tieEvidence", "tieRelease", "tieStated",
        "tieTold", "tieDay", "tieFirstDay", "encounterDay", "eventDay", "planDay", "relationDay", "tieKey",
        "tieUndated", "tieCountry", "officeHolder", "knownDay", "promiseRank", "promiseDay", "promiseDue",
        "promiseKept",
    )), "tie"),
    **dict.fromkeys((f"<{ONTOLOGY}{name}>" for name in (
        "Entity", "Backing", "JointField", "MonthSum", "YearSum", "CountryField", "InstitutionField",
    )), "entity"),
    f"<{ONTOLOGY}Tally>": "tally",
}  # fmt: skip
"""What a thing is that has a class or property; other sums are looked at beside the entities."""
_NEWEST = f"<{ONTOLOGY}newestRelation>"
"""Of ties, tallies, entities and other sums."""
_CLASSES = (
    "SELECT ?thing ?type WHERE {{ VALUES ?thing {{ {} }} ?thing a ?type }}",
    "SELECT ?thing ?type WHERE {{ VALUES ?thing {{ {} }} GRAPH ?graph {{ ?thing a ?type }} }}",
)
_GRAPH = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
_THINGS = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {} }} ?s ?p ?o }}"


def check(store: Store, spool: Spool | None = None) -> list[Violation]:
    """Everything that is off in a store: shapes, `ontology/checks/*-violation.rq`, quotes out of their place; sorted.

    `spool` has the data of the store, where somebody has put it in order already.
    """
    if spool is None:
        with spool_of(store, frozenset(ontology_nquads())) as own:
            return check(store, own)
    with _checking(store) as checking:
        found = {one for block in spool.by_graph() for one in checking.block(block)}
        found |= {one for piece in spool.merged() for one in checking.shapes(piece.decode())}
        return sorted(found | checking.answers())


def check_part(store: Store, releases: Iterable[str], things: Iterable[str]) -> list[Violation]:
    """What is off in some releases, and in some ties and things of the default graph, by their IRIs; sorted.

    What stands behind a tie must be there, but is not looked at itself.
    """
    found: set[Violation] = set()
    with _checking(store) as checking:
        for release in releases:
            lines = "".join(f"{line}\n" for line in store.construct(_GRAPH.format(release)))
            found.update(checking.shapes(lines), checking.block(Block(f"<{release}>".encode(), lines.encode())))
        for some in _some(things):
            listed = " ".join(f"<{thing}>" for thing in some)
            lines = "".join(f"{line}\n" for line in store.construct(_THINGS.format(listed)))
            found.update(checking.shapes(lines), checking.block(Block(b"", lines.encode())))
        return sorted(found | checking.answers())


def admit(
    store: Store, delta: Delta | None, before: Iterable[Violation], spool: Spool | None = None
) -> list[Violation]:
    """What is off in a graph but may stay, sorted; of one that has changed from another, out of what was off in that.

    `spool` is as for `check`, where all is looked at.

    Raises:
        CheckError: what may not stay.
    """
    if delta is None:
        found = check(store, spool)
    else:
        part = check_part(store, sorted(delta.releases), sorted(delta.things))
        found = sorted({*part, *(one for one in before if not delta.touches(one.focus))})
    errors = [str(violation) for violation in found if violation.severity == "error"]
    if errors:
        raise CheckError(errors)
    return found


@contextmanager
def _checking(store: Store) -> Iterator["_Checking"]:
    """Checks of a store, whose queries run beside what else there is to look at: an engine leaves Python free."""
    beside = ThreadPoolExecutor(len(os.sched_getaffinity(0)))
    try:
        yield _Checking(store, beside)
    finally:
        beside.shutdown(cancel_futures=True)


class _Checking:
    """Checks of one store, as its parts come."""

    def __init__(self, store: Store, beside: Executor) -> None:
        self._store, self._beside = store, beside
        self._asked: deque[Future[list[Violation]]] = deque()
        self._found: set[Violation] = set()
        self._told = 0
        self._classes: dict[str, list[str]] = {}
        self._waiting: defaultdict[str, list[str]] = defaultdict(list)

    def shapes(self, lines: str) -> list[Violation]:
        """Breaches of shapes by some whole subjects."""
        things: dict[str, dict[str, list[str]]] = {}
        for line in lines.split("\n"):
            if line:
                subject, predicate, value = line.split(" ", 2)
                things.setdefault(subject, {}).setdefault(predicate, []).append(value[:-2])
        suspects = _screen().suspects(things, self._classes_of)
        if not suspects:
            return []
        told = [line for line in lines.split("\n") if line.partition(" ")[0] in suspects]
        values = {value for one in suspects for values in things[one].values() for value in values} - suspects
        classes = self._classes_of([value for value in values if value not in things])
        classes |= {value: things[value].get(_TYPE, []) for value in values & set(things)}
        told += [f"{value} {_TYPE} {kind} ." for value, kinds in classes.items() for kind in kinds]
        names = {one[1:-1] if one[0] == "<" else one[2:] for one in suspects}
        return [violation for violation in check_shapes(told) if violation.focus in names]

    def block(self, block: Block) -> list[Violation]:
        """Quotes out of their place in a release; the queries are asked as soon as there is enough to ask of."""
        found = []
        if block.graph:
            name = block.graph.decode()[1:-1]
            self._waiting["release"].append(name)
            found = check_evidence(name, block.values())
        else:
            for subject, terms in _terms(block).items():
                for kind in _kinds(terms):
                    self._waiting[kind].append(subject[1:-1])
        self._ask(_TOGETHER)
        return found

    def answers(self) -> set[Violation]:
        """What the queries have found."""
        self._ask(1)
        while self._asked:
            self._take()
        return self._found

    def _ask(self, least: int) -> None:
        """Ask of so many of a kind, or more."""
        while portion := {kind: _taken(names) for kind, names in self._waiting.items() if len(names) >= least}:
            if len(self._asked) >= _WAITING:
                self._take()
            self._asked.append(self._beside.submit(check_queries, self._store.rows, portion))

    def _take(self) -> None:
        self._found.update(self._asked.popleft().result())
        self._told += 1
        if self._told % _TRIMMED == 0:  # each thread has a heap of its own, and keeps what its largest answer took
            heap.trim()

    def _classes_of(self, values: Collection[str]) -> dict[str, list[str]]:
        if len(self._classes) > _REMEMBERED:
            self._classes.clear()
        new = [value for value in values if value not in self._classes and value[0] == "<" and value[1] != "<"]
        for some in _some(new):
            self._classes |= {value: [] for value in some}
            for question in _CLASSES:
                for row in self._store.rows(question.format(" ".join(some))):
                    self._classes[f"<{row['thing']}>"].append(sys.intern(f"<{row['type']}>"))
        return {value: self._classes.get(value, []) for value in values}


@lru_cache(maxsize=1)
def _screen() -> Screen:
    return Screen(read_turtle(folder("ontology") / "shapes.ttl"), _above())


@compiled("graph", data=("../ontology",), libraries=("rdflib",))
def _above() -> dict[str, frozenset[str]]:
    return classes_above(ontology_graph())


def _taken(names: list[str]) -> list[str]:
    some = names[:_TOGETHER]
    del names[:_TOGETHER]
    return some


def _terms(block: Block) -> dict[str, set[str]]:
    """Classes and properties of what a block speaks of."""
    found: dict[str, set[str]] = {}
    for line in block.triples.decode().split("\n"):
        if line.startswith("<"):
            subject, predicate, value = line.split(" ", 2)
            found.setdefault(subject, set()).add(value[:-2] if predicate == _TYPE else predicate)
    return found


def _kinds(terms: set[str]) -> set[str]:
    """What checks are asked of a thing with these classes and properties; a tie is also what only ties have."""
    kinds = {_KINDS[term] for term in terms & _KINDS.keys()}
    if _NEWEST in terms and not kinds & {"tally", "entity"}:
        kinds.add("tie")
    needed = _needed()
    # What is none of these, or several, may break the rules of all or several
    return (kinds or {"tie", "entity", "tally"}) | {needed[term] for term in terms & needed.keys()}


@lru_cache(maxsize=1)
def _needed() -> dict[str, str]:
    """Classes and properties that checks need, with what these are asked of."""
    needed = {f"<{check.needs}>": check.needs for check in checks() if check.needs}
    direct = f"{ONTOLOGY}directProperty"
    return needed | {f"<{ONTOLOGY}{name}>": direct for name in DIRECT_PROPERTIES.values()}


def _some(items: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(items)
    while some := list(islice(waiting, _TOGETHER)):
        yield some
