"""`make kill`: builds, `ingest` and `retract` killed at random moments, again and again, until one breaks a promise.

After a kill the store opens and holds what it held before or all that it was to hold; the same job, done again, leaves
what it leaves undisturbed: the same quads, and of a build the same exports, byte for byte. What is left of a kill that
broke that is kept.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from relgraph.build import build
from relgraph.difference.chain import Chain
from relgraph.editing.changing import ingest, retract
from relgraph.extraction.readers import FirstReader
from relgraph.releases.reader import read_release
from relgraph.review.marks import MarkingReader
from relgraph.shares.standing import shape
from relgraph.store.opening import open_store

HEAD = "---\nid: {id}\ntitle: Meldung {id}\ndate: {date}\npublisher: Amt\nregion: Baden-Württemberg\n---\n\n"
TEXTS = (
    "Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft.",
    "Das Land arbeitet mit Japan bei Wasserstoff eng zusammen. Japan ist bei der Robotik führend.",
    "Baden-Württemberg arbeitet mit Südkorea bei Halbleitern zusammen.",
    "Baden-Württemberg will mit Japan bei der Robotik zusammenarbeiten.",
    "Die Präfektur Kanagawa und Baden-Württemberg arbeiten in der Forschung zusammen.",
    "Ministerpräsident Winfried Kretschmann reist nach Südkorea.",
)
"""They share places and ties."""


@dataclass(frozen=True)
class Job:
    """Something to be killed: the build that it begins with, and what is done to a folder."""

    begin: list[Path]
    run: Callable[[Path], object]
    whole: bool = False
    """Whether it leaves exports, too."""


@dataclass(frozen=True)
class Left:
    """What a job leaves: digests of the quads, and of the exports."""

    quads: str
    exports: str


def jobs(folder: Path) -> dict[str, Job]:
    """The jobs, on releases that are written into a folder."""
    folder.mkdir()
    files = [folder / f"bw-{2018 + number}.md" for number in range(len(TEXTS))]
    for path, text in zip(files, TEXTS, strict=True):
        head = HEAD.format(id=path.stem, date=f"{path.stem.removeprefix('bw-')}-05-01")
        path.write_text(f"{head}{text}\n", encoding="utf-8")
    some, few = files[:3], files[-2:]
    read = MarkingReader(FirstReader(), {})
    went = [path.stem for path in few]
    return {
        "build": Job(some, lambda out: build(files, out), whole=True),
        "ingest": Job(some, lambda out: ingest(few, out / "store", read)),
        "retract": Job(files, lambda out: retract(went, out / "store")),
    }


def kill(times: int, seed: int, root: Path) -> Counter[tuple[str, str]]:
    """Kill each job in turn; how often the old store was left, the new one, or nothing was killed.

    Raises:
        AssertionError: a promise is broken; the folder tells how.
    """
    chance = random.Random(seed)
    made = jobs(root / "releases")
    FirstReader().read(read_release(made["retract"].begin[0]))  # names and ontology are loaded once, not by each child
    shape()
    known: dict[str, tuple[Left, Left, float]] = {}
    outcomes: Counter[tuple[str, str]] = Counter()
    for number in range(times):
        name, job = [*made.items()][number % len(made)]
        if name not in known:
            known[name] = _undisturbed(job, root / name)
        before, after, longest = known[name]
        out = root / name / "killed"
        shutil.copytree(root / name / "before", out)
        ended = _child(lambda job=job, out=out: job.run(out), chance.uniform(0, longest))
        quads = _left(out).quads
        assert quads in (before.quads, after.quads), f"{out}: neither the old store nor the new"
        outcomes[name, "ended by itself" if ended else "new store" if quads == after.quads else "old store"] += 1
        if job.whole or quads != after.quads:
            _child(lambda job=job, out=out: job.run(out))
        left = _left(out)
        assert left == after if job.whole else left.quads == after.quads, f"{out}: done again, it differs"
        shutil.rmtree(out)
    return outcomes


def _undisturbed(job: Job, folder: Path) -> tuple[Left, Left, float]:
    """What stands before a job and after it, and how many seconds it takes."""
    before, after = folder / "before", folder / "after"
    _child(lambda: build(job.begin, before))
    shutil.copytree(before, after)
    begun = time.monotonic()
    _child(lambda: job.run(after))
    return _left(before), _left(after), time.monotonic() - begun


def _left(out: Path) -> Left:
    """What stands in a folder, whose chain of changes must hold; looked at by a child, for an engine bears no fork."""
    told = out.with_suffix(".told")

    def look() -> None:
        with open_store(out / "store") as store:
            quads = sha256("".join(f"{line}\n" for line in store.dump()).encode())
        Chain(out / "changes").verify()
        exports = sha256()
        for path in sorted((out / "export").iterdir()):
            exports.update(path.name.encode() + path.read_bytes())
        told.write_text(f"{quads.hexdigest()} {exports.hexdigest()}", encoding="utf-8")

    _child(look)
    return Left(*told.read_text(encoding="utf-8").split())


def _child(work: Callable[[], object], moment: float | None = None) -> bool:
    """Do something in a process of its own, killed after some seconds; whether it came to its end before."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - told, and the parent finds what is left
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    if moment is not None:
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in ((0,) if moment is None else (0, -signal.SIGKILL)), f"ended with {code}"
    return code == 0


def main() -> int:
    """Kill, and say what was left; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description="Kill builds, ingest and retract at random moments.")
    parser.add_argument("--times", type=int, default=210)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    with TemporaryDirectory() as temporary:
        root = Path(temporary)
        try:
            outcomes = kill(given.times, given.seed, root)
        except AssertionError as error:
            kept = Path("build") / "killed"
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(root, kept)
            print(f"{error}; all is kept in {kept}", file=sys.stderr)
            return 1
    for (name, left), number in sorted(outcomes.items()):
        print(f"{name:<10}{left:<18}{number:>6,}")
    print(f"{'all':<28}{given.times:>6,} in {time.monotonic() - begun:.0f} s; no promise was broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
