"""Reads releases for programs: a text or files, into extractions or into the folder of a graph."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from relgraph.build import build
from relgraph.editing.changing import Changed, ingest, retract
from relgraph.errors import ReleaseError
from relgraph.extraction.pipeline import extract
from relgraph.extraction.readers import FirstReader
from relgraph.model import Extraction
from relgraph.releases.reader import Reading, ReleaseDefaults, Skipped, open_releases
from relgraph.releases.reader import read_text as release_of_text
from relgraph.report import Report
from relgraph.review.marks import marking_reader

Paths = str | Path | Sequence[str | Path]
"""A file, a folder, or several."""


def read_text(
    text: str,
    *,
    id: str = "text",
    title: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    region: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Extraction:
    """What a text says: its entities, and its relations with their sentences. `region` is what "das Land" stands for.

    >>> import relgraph
    >>> said = relgraph.read_text("Südkorea ist in der Chipfertigung führend.", region="Baden-Württemberg")
    >>> [(relation.type.value, relation.topics, relation.evidence.text) for relation in said.relations]
    [('strength', ('semiconductors',), 'Südkorea ist in der Chipfertigung führend.')]

    Raises:
        ReleaseError: the text is too short to be a release.
    """
    told = {"id": id, "title": title, "date": date, "publisher": publisher, "region": region, "url": url,
            "language": language}  # fmt: skip
    metadata = {name: value for name, value in told.items() if value is not None}
    return extract(release_of_text(text, Path(id), metadata))


def read_files(
    paths: Paths,
    *,
    publisher: str | None = None,
    region: str | None = None,
    date: str | None = None,
    language: str | None = None,
    left_out: Callable[[Skipped], object] | None = None,
) -> Iterator[Extraction]:
    """What releases say, file by file; the keywords hold where a release does not say it itself.

    A file of a folder that is no release is an error, unless `left_out` is there to be told of it.

    Raises:
        ReleaseError: a file or folder cannot be read.
    """
    defaults = ReleaseDefaults(publisher=publisher, region=region, date=date, language=language)
    return _extractions(open_releases(_paths(paths), defaults=defaults), left_out)


def build_graph(
    paths: Paths = (),
    out: str | Path = "build",
    *,
    publisher: str | None = None,
    region: str | None = None,
    date: str | None = None,
    language: str | None = None,
    machine: bool = False,
) -> Report:
    """Read releases (the bundled ones where no path is given) into the folder `out`, as `relgraph build` does.

    `machine` leaves annotations and decisions of people aside.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
        CheckError: the graph breaks a shape or a check.
        StoreError: `out` cannot be written.
    In each case the previous build in `out` stays as it was.
    """
    defaults = ReleaseDefaults(publisher=publisher, region=region, date=date, language=language)
    return build(_paths(paths), Path(out), defaults=defaults, machine=machine)


def ingest_files(
    paths: Paths,
    store: str | Path,
    *,
    publisher: str | None = None,
    region: str | None = None,
    date: str | None = None,
    language: str | None = None,
    machine: bool = False,
) -> Changed:
    """Read releases and put them into a store; one that is there already is replaced. All or none.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
        CheckError: what was read breaks a shape or a check.
        StoreError: the store is missing or cannot be written.
    """
    defaults = ReleaseDefaults(publisher=publisher, region=region, date=date, language=language)
    return ingest(_paths(paths), store, marking_reader(FirstReader(), machine=machine), defaults=defaults)


def retract_releases(releases: str | Sequence[str], store: str | Path) -> Changed:
    """Take releases, by id or IRI, out of a store, as if it had been built without them. All or none.

    Raises:
        UnknownName: the store holds no such release; those that come near are suggested.
        StoreError: the store is missing or cannot be written.
    """
    return retract([releases] if isinstance(releases, str) else releases, store)


def _extractions(
    found: Iterator[Reading | Skipped], left_out: Callable[[Skipped], object] | None
) -> Iterator[Extraction]:
    for reading in found:
        if not isinstance(reading, Skipped):
            yield extract(reading.release)
        elif left_out is None:
            raise ReleaseError(reading.path, reading.why)
        else:
            left_out(reading)


def _paths(paths: Paths) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
