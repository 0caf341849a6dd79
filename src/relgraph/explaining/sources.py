"""Where the text of a release comes from: the store that holds its graph, or files.

Owns no reading of files: that is `relgraph.releases`. A store holds a release whole, with its text.
"""

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from relgraph import iris
from relgraph.errors import ReleaseError, StoreError
from relgraph.model import Release
from relgraph.releases.reader import Reading, open_releases
from relgraph.store.protocol import Store
from relgraph.store.terms import Iri
from relgraph.vocabulary import ID, ONTOLOGY, Basis

_IDS = "SELECT ?id { GRAPH ?release { ?release a rg:Release ; dcterms:identifier ?id } } ORDER BY ?id"
_RELEASE = """SELECT ?title ?text ?language ?date ?publisher ?region ?url { GRAPH ?release {
  ?release dcterms:title ?title ; schema:articleBody ?text ; dcterms:language ?language .
  OPTIONAL { ?release dcterms:issued ?date } OPTIONAL { ?release dcterms:publisher ?publisher }
  OPTIONAL { ?release rg:region ?territory } OPTIONAL { ?release dcterms:source ?url } }
  OPTIONAL { ?territory rdfs:label ?region FILTER(LANG(?region) = "de") } }"""
_STORED = """SELECT ?status ?confidence ?rule ?basis ?reviewer ?day { GRAPH ?graph {
  ?relation rg:status ?status ; rg:confidence ?confidence ; rg:rule ?rule .
  OPTIONAL { ?relation rg:basis ?basis } OPTIONAL { ?relation rg:reviewer ?reviewer ; rg:reviewedOn ?day } } }"""


class Stored(NamedTuple):
    """What a store says of a relation that reading may see otherwise, and on what that rests."""

    status: str
    confidence: float
    rule: str
    basis: Basis = Basis.MACHINE
    reviewer: str | None = None
    day: str | None = None


class Releases(Protocol):
    """Releases by id."""

    location: str

    @abstractmethod
    def ids(self) -> list[str]:
        """Ids of all releases, sorted."""

    @abstractmethod
    def get(self, id_: str) -> Release | None:
        """The release with an id, if there is one."""

    @abstractmethod
    def stored(self, relation: str) -> Stored | None:
        """What was stored of a relation, if anything was."""


class StoredReleases(Releases):
    """The releases of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.location = store.location

    def ids(self) -> list[str]:
        """Ids of all releases, sorted."""
        return [str(id_) for (id_,) in self._store.select(_IDS).rows]

    def get(self, id_: str) -> Release | None:
        """The release with an id.

        Raises:
            StoreError: the store holds something else than a release under it.
        """
        rows = list(self._store.select(_RELEASE, {"release": Iri(iris.release(id_))}).dicts())
        if not rows:
            return None
        try:
            return Release.model_validate({"id": id_, **rows[0]})
        except ValueError as error:
            raise StoreError(self.location, f"release {id_} is damaged: {' '.join(str(error).split())}") from error

    def stored(self, relation: str) -> Stored | None:
        """What the store says of a relation."""
        graph = iris.release(relation.removeprefix(f"{ID}relation/").rpartition("/")[0])
        bindings = {"graph": Iri(graph), "relation": Iri(relation)}
        for row in self._store.select(_STORED, bindings).dicts():
            basis = Basis((row["basis"] or Basis.MACHINE).removeprefix(ONTOLOGY))
            status, confidence = (row["status"] or "").removeprefix(ONTOLOGY), float(row["confidence"] or 0)
            return Stored(status, confidence, row["rule"] or "", basis, row["reviewer"], row["day"])
        return None


class FiledReleases(Releases):
    """The releases of files and folders; a file of a folder that is no release is passed over."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.location = ", ".join(map(str, paths))

    @cached_property
    def _releases(self) -> dict[str, Release]:
        found: dict[str, Release] = {}
        for item in open_releases(self._paths):
            if isinstance(item, Reading):
                found[item.release.id] = item.release
            elif Path(item.path) in self._paths:
                raise ReleaseError(item.path, item.why)
        return found

    def ids(self) -> list[str]:
        """Ids of all releases, sorted."""
        return sorted(self._releases)

    def get(self, id_: str) -> Release | None:
        """The release with an id."""
        return self._releases.get(id_)

    def stored(self, relation: str) -> Stored | None:
        """Nothing: files hold no relations."""
        return None
