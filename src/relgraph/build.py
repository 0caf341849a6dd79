"""From releases to store, exports, page and report: the one place that knows the whole way.

Owns the order of the steps and what a failure leaves behind: the previous build, whole.
"""

import fcntl
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from relgraph import heap
from relgraph.checking import admit
from relgraph.difference.chain import Chain, changes_folder
from relgraph.difference.recording import record
from relgraph.errors import ReleaseError, StoreError
from relgraph.explore.page import store_page
from relgraph.export import FILES, data_spool, write_exports
from relgraph.extraction.readers import FirstReader, Reader
from relgraph.graph.violation import Violation
from relgraph.output import REPORT, Output
from relgraph.reading.gathering import gather, nothing_read
from relgraph.reading.many import Team
from relgraph.releases.files import release_files
from relgraph.releases.reader import Reading, ReleaseDefaults, Skipped, open_releases
from relgraph.report import Left, Report, report
from relgraph.resources import folder
from relgraph.review.marks import MarkingReader, marking_reader
from relgraph.shares.changes import Delta
from relgraph.shares.file import Shares, SharesDamaged
from relgraph.shares.keeping import discard
from relgraph.shares.standing import stand
from relgraph.store.embedded import EmbeddedStore, open_embedded
from relgraph.store.generations import writing
from relgraph.store.spool import Spool

Progress = Callable[[str, int, int], None]
"""Is told the step, how much of it is done, and how much there is (0 where unknown)."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    defaults: ReleaseDefaults | None = None,
    reader: Reader | None = None,
    gold: Path | None = None,
    decisions: Path | None = None,
    machine: bool = False,
    team: Team | None = None,
    progress: Progress = silent,
) -> Report:
    """Read releases (the bundled ones where no path is given) and write the graph in every form below `out`.

    A file of a folder that cannot be read is left out and reported; one that was named itself is an error. `reader` is
    the first reader, by rules, unless another is given. A release whose text is the one that an annotation of `gold`
    was made on enters with that, and the decisions of the file `decisions` are played back; both are those that come
    with relgraph where none are given. `machine` leaves annotations aside, and decisions that were not named. A `team`
    reads what this process would read by itself, with the same result. What `out` holds already of releases that have
    not changed is taken over, even where a build was ended in the middle.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
        DataError: an annotation or a decision is not what its format says.
        FetchError: a reader's server, or a team elsewhere, never answers or refuses to.
        CheckError: the graph breaks a shape or a check.
        StoreError: `out` cannot be written, or another build is writing it.
    In each case the previous build in `out` stays as it was.
    """
    marking = marking_reader(reader or FirstReader(), gold=gold, decisions=decisions, machine=machine)
    places = paths or [folder("data") / "releases"]
    release_files(places)  # what is not there is told before anything is written
    store = out / "store"
    with _alone(out), writing(store), ExitStack() as held:
        Chain(changes_folder(store))  # so is a damaged one
        try:
            return _built(places, out, marking, defaults, team, progress, held)
        except SharesDamaged:
            discard(store)  # all of it is made anew out of the releases
            return _built(places, out, marking, defaults, team, progress, held)


def _built(
    places: Sequence[Path], out: Path, marking: MarkingReader, defaults: ReleaseDefaults | None, team: Team | None,
    progress: Progress, held: ExitStack,
) -> Report:  # fmt: skip
    store = out / "store"
    spool: Spool | None = None

    def checked(made: EmbeddedStore, delta: Delta | None, before: Sequence[Violation]) -> Sequence[Violation]:
        nonlocal spool
        progress("checking", 0, 0)
        if delta is None:
            heap.trim()
            spool = held.enter_context(data_spool(made))  # the exports are written out of it too
        return admit(made, delta, before, spool)

    with Shares(store) as shares:
        gathered = gather(places, shares, marking, defaults=defaults, team=team, progress=progress)
        progress("storing", 0, 0)
        stood = stand(store, shares, gathered.shares, checked)
        generation = stood.generation.name
        shares.forget(generation)
        done = report(
            (counts for _, counts in shares.counts(generation)), shares.kinds(),
            [left(item, places) for item in gathered.skipped], dict(sorted(gathered.missing.items())),
            map(str, stood.warnings),
            marking.account, marking.marked(),
        )  # fmt: skip
    output = Output(out, f"{generation} {done.model_dump_json()}")
    if output.whole():  # which the store may have left and come back to, or its chain of changes not tell yet
        record(store, stood, output.nquads_sha256(), spool)
        return done.model_copy(update={"unchanged": not stood.changed})
    output.unseal()
    progress("exporting", 0, len(FILES) + 1)
    heap.trim()
    with open_embedded(store) as opened:
        for number, name in enumerate(write_exports(opened, spool, out / "export"), 1):
            output.take(f"export/{name}")
            progress("exporting", number, len(FILES) + 1)
        output.write("explorer.html", store_page(opened).encode())
    output.write(REPORT, (json.dumps(done.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode())
    record(store, stood, output.nquads_sha256(), spool)
    output.seal()
    return done


def places(paths: Sequence[Path], defaults: ReleaseDefaults | None = None) -> tuple[list[Path], list[Left]]:
    """The file of each release, by the release's id, and what was left out; no text is kept, however many there are.

    Raises:
        ReleaseError: a named file, or every file of the folders, cannot be read.
    """
    found: dict[str, Path] = {}
    skipped: list[Skipped] = []
    for item in open_releases(paths, defaults=defaults):
        if isinstance(item, Reading):
            found[item.release.id] = Path(item.path)
        elif Path(item.path) in paths:
            raise ReleaseError(item.path, item.why)
        else:
            skipped.append(item)
    if not found:
        raise nothing_read(skipped)
    return [found[release] for release in sorted(found)], [left(item, paths) for item in skipped]


def left(skipped: Skipped, paths: Sequence[Path]) -> Left:
    """What was left out, its place told from the given folder on: the report must not depend on where that lies."""
    path, why = skipped.path, skipped.why
    for root in paths:
        path, why = (text.replace(f"{root}/", f"{root.name}/") for text in (path, why))
    return Left(path=path, why=why)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the lock of the output folder, which the system lets go even of a killed build."""
    (out / "export").mkdir(parents=True, exist_ok=True)
    with (out / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(out, "another build is writing here") from error
        yield
