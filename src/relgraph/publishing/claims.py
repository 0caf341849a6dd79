"""What a file claims of its relations: which sentence states each, where, in which release, with which text.

Owns how claims stand in RDF and in the table of relations; whether they hold is `proving`'s. Values are kept as they
stand in the file, several where it says several.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.publishing.deriving import DERIVING, Direct, unfounded
from relgraph.store.files import SUFFIXES, said
from relgraph.vocabulary import ID, ONTOLOGY, PREFIXES, RelationType

CSV = ".csv"
READABLE = (*SUFFIXES, CSV)
"""Suffixes of files that claims can be read from."""

_RELEASE = f"{ID}release/"
_TYPE = PREFIXES["rdf"] + "type"
_EVIDENCE = ONTOLOGY + "evidence"
_SUMS = ONTOLOGY + "sums"
_OA = PREFIXES["oa"]
_SOURCE, _SELECTOR = _OA + "hasSource", _OA + "hasSelector"
_EXACT, _START, _END, _BEFORE, _AFTER = (_OA + name for name in ("exact", "start", "end", "prefix", "suffix"))
_TEXT, _DIGEST = PREFIXES["schema"] + "articleBody", PREFIXES["schema"] + "sha256"
_PROOF = (_EVIDENCE, _SOURCE, _SELECTOR, _EXACT, _START, _END, _BEFORE, _AFTER, _TEXT, _DIGEST)
_READ = (_TYPE, _SUMS, *_PROOF, *DERIVING)
_RELATIONS = frozenset({ONTOLOGY + "Relation", *(ONTOLOGY + kind.class_name for kind in RelationType)})
_COLUMNS = ("relation", "sentence", "start", "end", "release", "release_sha256")

Values = tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """One sentence as evidence of one relation."""

    relation: str
    releases: Values
    """Identifiers of releases; exactly one, where all is well, and so with all values that are needed."""
    sentences: Values
    starts: Values
    ends: Values
    before: Values = ()
    after: Values = ()


@dataclass(frozen=True)
class Claims:
    """All claims of one file."""

    claims: tuple[Claim, ...]
    bare: tuple[str, ...]
    """Relations without any evidence, and those that a tie sums up but the file does not hold."""
    digests: Mapping[str, Values]
    """Digests that the file gives for each release, by identifier."""
    texts: Mapping[str, Values]
    """Texts of releases, where the file holds them."""
    unfounded: tuple[Direct, ...] = ()
    """Statements between two things that no relation of the file bears out."""

    @property
    def relations(self) -> int:
        """How many relations there are."""
        return len({claim.relation for claim in self.claims} | set(self.bare))

    @property
    def releases(self) -> set[str]:
        """Releases that are named."""
        return {release for claim in self.claims for release in claim.releases} | {*self.digests, *self.texts}


def claims(path: Path) -> Claims:
    """What a file claims; RDF or the table of relations, by its suffix.

    Raises:
        StoreError: the file cannot be read, or is malformed; the message names line or column where there is one.
    """
    return _of_table(path) if path.suffix.lower() == CSV else _of_rdf(path)


def _of_rdf(path: Path) -> Claims:
    nodes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    relations: set[str] = set()
    for subject, predicate, value in said(path, _READ):
        if predicate == _SUMS:
            relations.add(value)
        elif predicate != _TYPE:
            nodes[subject][predicate].add(value)
        elif value in _RELATIONS:
            relations.add(subject)
            nodes[subject][_TYPE].add(value)
    relations |= {subject for subject, told in nodes.items() if _EVIDENCE in told}
    found = [claim for relation in sorted(relations) for claim in _claims_of(relation, nodes)]
    proven = {claim.relation for claim in found}
    return Claims(
        claims=tuple(found),
        bare=tuple(sorted(relations - proven)),
        digests=_by_release(nodes, _DIGEST),
        texts=_by_release(nodes, _TEXT),
        unfounded=unfounded(nodes),
    )


def _claims_of(relation: str, nodes: Mapping[str, Mapping[str, set[str]]]) -> Iterator[Claim]:
    for evidence in sorted(nodes.get(relation, {}).get(_EVIDENCE, ())):
        told = nodes.get(evidence, {})
        selectors = [nodes.get(selector, {}) for selector in sorted(told.get(_SELECTOR, ()))]

        def values(name: str, selectors: list[Mapping[str, set[str]]] = selectors) -> Values:
            return tuple(sorted(value for selector in selectors for value in selector.get(name, ())))

        yield Claim(
            relation,
            releases=tuple(sorted(_identifier(source) for source in told.get(_SOURCE, ()))),
            sentences=values(_EXACT),
            starts=values(_START),
            ends=values(_END),
            before=values(_BEFORE),
            after=values(_AFTER),
        )


def _by_release(nodes: Mapping[str, Mapping[str, set[str]]], name: str) -> dict[str, Values]:
    return {_identifier(subject): tuple(sorted(told[name])) for subject, told in sorted(nodes.items()) if name in told}


def _identifier(iri: str) -> str:
    return iri.removeprefix(_RELEASE)


def _of_table(path: Path) -> Claims:
    found: list[Claim] = []
    digests: dict[str, set[str]] = defaultdict(set)
    for row in _rows(path):
        found.append(
            Claim(
                row["relation"],
                releases=_given(row["release"]),
                sentences=_given(row["sentence"]),
                starts=_given(row["start"]),
                ends=_given(row["end"]),
            )
        )
        if row["release_sha256"]:
            digests[row["release"]].add(row["release_sha256"])
    proven = tuple(claim for claim in found if claim.sentences or claim.starts or claim.ends)
    bare = {claim.relation for claim in found} - {claim.relation for claim in proven}
    return Claims(
        proven, tuple(sorted(bare)), {release: tuple(sorted(values)) for release, values in sorted(digests.items())}, {}
    )


def _given(cell: str) -> Values:
    return (cell,) if cell else ()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            heading = next(reader, [])
            missing = [name for name in _COLUMNS if heading.count(name) != 1]
            if missing:
                raise StoreError(path, f"is no table of relations: its heading lacks, or repeats, {', '.join(missing)}")
            for cells in reader:
                if len(cells) != len(heading):
                    raise StoreError(path, f"line {reader.line_num}: {len(cells)} cells under {len(heading)} columns")
                yield dict(zip(heading, cells, strict=True))
    except UnicodeDecodeError as error:
        raise StoreError(path, f"is no UTF-8: {error.reason}") from error
    except csv.Error as error:
        raise StoreError(path, f"line {reader.line_num}: {error}") from error
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(path, f"cannot be read: {error.strerror or error}") from error
