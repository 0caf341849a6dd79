"""The shapes of `ontology/shapes.ttl` as plain comparisons: which things may break one, at a hundredth of the cost.

Owns no verdict: whoever is suspected is looked at by `relgraph.graph.shapes`, and nobody else could break a shape.
Terms are text as N-Triples have them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import SH
from rdflib.term import Node

from relgraph.errors import DataError

Said = Mapping[str, list[str]]
"""Values of one thing by predicate."""
Test = Callable[[str], bool]
"""Whether a value is surely sound."""
Types = Callable[[Collection[str]], Mapping[str, Collection[str]]]
"""Tells the classes of things."""

_TYPE = RDF.type.n3()
_PLAIN = {SH.message, SH.severity, SH.targetClass, SH.path, RDF.type}
_LEXICAL = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]+(\.[0-9]+)?"),
    XSD.boolean: re.compile(r"true|false"),
    XSD.date: re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|[0-9]{4}-(0[13-9]|1[0-2])-(29|30)"),
}
_LONGEST_ESCAPE = 10


@dataclass
class _Shape:
    """One property shape."""

    path: tuple[str, ...]
    least: int = 0
    most: int | None = None
    tests: tuple[Test, ...] = ()
    languages_once: bool = False
    below: tuple[tuple[str, bool], ...] = ()
    """Predicates whose values are larger, and whether they may be equal."""
    kind: str | None = None
    """The class of all values."""

    def values(self, said: Said) -> list[str]:
        if len(self.path) == 1:
            return said.get(self.path[0], [])
        return [value for predicate in self.path for value in said.get(predicate, ())]

    def sound(self, said: Said) -> bool:
        """Whether a thing surely keeps the shape, but for the classes of its values."""
        values = self.values(said)
        if len(values) < self.least or (self.most is not None and len(values) > self.most):
            return False
        for test in self.tests:
            for value in values:
                if not test(value):
                    return False
        if self.languages_once and len({value.rpartition('"')[2] for value in values}) < len(values):
            return False
        return all(
            _below(value, larger, equal=equal)
            for predicate, equal in self.below
            for value in values
            for larger in said.get(predicate, ())
        )


def classes_above(ontology: Graph) -> dict[str, frozenset[str]]:
    """For each class of an ontology those that it lies in, and itself, all as they stand in lines."""
    return {
        _n3(kind): frozenset(_n3(above) for above in ontology.transitive_objects(kind, RDFS.subClassOf))
        for kind in {*ontology.subjects(RDFS.subClassOf), *ontology.objects(None, RDFS.subClassOf)}
    }


class Screen:
    """All shapes, by the classes that they are about."""

    def __init__(self, shapes: Graph, above: Mapping[str, frozenset[str]]) -> None:
        """Take shapes, and for each class those that it lies in, as `classes_above` gives them.

        Raises:
            DataError: a shape wants what is not known here.
        """
        self._above = above
        self._shapes: dict[str, list[_Shape]] = defaultdict(list)
        for node in sorted(shapes.subjects(RDF.type, SH.PropertyShape), key=str):
            shape = _shape(shapes, node)
            for target in shapes.objects(node, SH.targetClass):
                self._shapes[_n3(target)].append(shape)
        self._plans: dict[tuple[str, ...], list[_Shape]] = {}

    def suspects(self, things: Mapping[str, Said], types: Types) -> set[str]:
        """Those of the things that may break a shape; `types` tells the classes of others."""
        found: set[str] = set()
        wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for thing, said in things.items():
            for shape in self._plan(said.get(_TYPE, ())):
                if not shape.sound(said):
                    found.add(thing)
                elif shape.kind is not None:
                    for value in shape.values(said):
                        wanted[value].add((shape.kind, thing))
        own = {value: things[value].get(_TYPE, ()) for value in wanted if value in things}
        classes = own | dict(types([value for value in wanted if value not in own]))
        for value, wishes in wanted.items():
            known = self.classes(classes.get(value, ()))
            found |= {thing for kind, thing in wishes if kind not in known}
        return found

    def classes(self, types: Iterable[str]) -> set[str]:
        """Classes and all above them."""
        return {above for kind in types for above in self._above.get(kind, (kind,))}

    def _plan(self, types: Iterable[str]) -> list[_Shape]:
        key = tuple(types)
        if key not in self._plans:
            found = [shape for kind in sorted(self.classes(key)) for shape in self._shapes.get(kind, ())]
            self._plans[key] = [shape for number, shape in enumerate(found) if shape not in found[:number]]
        return self._plans[key]


def _shape(shapes: Graph, node: Node) -> _Shape:
    made = _Shape(_path(shapes, shapes.value(node, SH.path)))
    for predicate, value in shapes.predicate_objects(node):
        if predicate == SH.minCount:
            made.least = int(str(value))
        elif predicate == SH.maxCount:
            made.most = int(str(value))
        elif predicate == SH.uniqueLang:
            made.languages_once = str(value) == "true"
        elif predicate in (SH.lessThan, SH.lessThanOrEquals):
            made.below += ((_n3(value), predicate == SH.lessThanOrEquals),)
        elif predicate == SH["class"]:
            made.kind = _n3(value)
        elif predicate not in _PLAIN:
            made.tests += (_test(shapes, predicate, value),)
    return made


def _n3(node: Node | None) -> str:
    """A term as N-Triples have it."""
    if isinstance(node, URIRef):
        return node.n3()
    if isinstance(node, Literal):
        return f'"{node}"^^<{node.datatype}>' if node.datatype else node.n3()
    raise DataError("shapes.ttl", f"neither a name nor a value: {node!r}")


def _path(shapes: Graph, path: Node | None) -> tuple[str, ...]:
    if isinstance(path, URIRef):
        return (path.n3(),)
    members = shapes.value(path, SH.alternativePath) if path is not None else None
    if members is None:
        raise DataError("shapes.ttl", "a path is neither a property nor a choice of some")
    return tuple(_n3(member) for member in RdfList(shapes, members))


def _test(shapes: Graph, predicate: Node, value: Node) -> Test:
    if predicate == SH.datatype:
        return _of_datatype(value)
    if predicate == SH["in"]:
        allowed = {_n3(member) for member in RdfList(shapes, value)}
        return lambda term: term in allowed
    if predicate == SH.nodeKind and value == SH.IRI:
        return lambda term: term[0] == "<" and term[1] != "<"
    if predicate == SH.pattern:
        pattern = re.compile(str(value))
        return lambda term: term[0] != "_" and "\\" not in term and pattern.search(_text(term)) is not None
    if predicate == SH.minLength:
        least = int(str(value)) * _LONGEST_ESCAPE
        return lambda term: term[0] != "_" and len(_text(term)) >= (least if "\\" in term else least // _LONGEST_ESCAPE)
    if predicate == SH.minInclusive:
        return lambda term: (number := _number(term)) is not None and number >= Decimal(str(value))
    if predicate == SH.maxInclusive:
        return lambda term: (number := _number(term)) is not None and number <= Decimal(str(value))
    if predicate == SH.languageIn:
        languages = {str(member) for member in RdfList(shapes, value)}
        return lambda term: term[0] == '"' and term.rpartition('"@')[2] in languages
    raise DataError("shapes.ttl", f"nothing is known here of {predicate} {value}")


def _of_datatype(datatype: Node) -> Test:
    if datatype == RDF.langString:
        return lambda term: term[0] == '"' and term[-1] not in '">'
    if datatype == XSD.string:
        return lambda term: term[0] == '"' and term[-1] == '"'
    if not isinstance(datatype, URIRef) or datatype not in _LEXICAL:
        raise DataError("shapes.ttl", f"nothing is known here of the datatype {datatype}")
    suffix, lexical = f'"^^{datatype.n3()}', _LEXICAL[datatype]
    return lambda term: term.endswith(suffix) and lexical.fullmatch(term[1 : -len(suffix)]) is not None


def _text(term: str) -> str:
    return term[1 : term.rindex('"')] if term[0] == '"' else term[1:-1]


def _number(term: str) -> Decimal | None:
    if not term.startswith('"') or not term.endswith((f"^^{XSD.integer.n3()}", f"^^{XSD.decimal.n3()}")):
        return None
    try:
        return Decimal(_text(term))
    except InvalidOperation:
        return None


def _below(term: str, larger: str, *, equal: bool) -> bool:
    one, other = _number(term), _number(larger)
    return one is not None and other is not None and (one <= other if equal else one < other)
