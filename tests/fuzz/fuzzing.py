"""`make fuzz`: inputs of all kinds to whatever reads what others write, until one breaks a promise.

Each target is a function of bytes that fails where a promise is broken. Inputs are made by atheris, which looks at what
of our code they reach, where it is installed (`pip install 'relgraph[fuzz]'`), else by chance. An input that breaks
a promise is kept as a file; `--again FILE` tries it once more.
"""

import argparse
import importlib.util
import re
import subprocess
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from mutating import LONGEST, mutated
from seeds import pieces, seeds, write_corpus
from targets import PARTS, make

_EXECUTED = re.compile(r"stat::number_of_executed_units: +(\d+)")
_TOO_LONG, _TOO_MUCH = 60, 3_000
"""Seconds and megabytes that one input may take."""
_READ_TOO = ["relgraph", "feedparser", "pypdf"]
"""Packages whose branches atheris looks at."""


def main() -> int:
    """Fuzz, and say how many inputs each target had; 1 where a promise was broken."""
    given = _arguments()
    if given.one:
        return _one(given)
    runs = {
        name: max(1, given.runs * PARTS[name] // sum(PARTS[one] for one in given.targets)) for name in given.targets
    }
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _write_store(folder / "store")
        begun = time.monotonic()
        slowest = sorted(runs, key=lambda name: PARTS[name])
        with ThreadPoolExecutor(given.cores) as pool:
            outcomes = dict(
                zip(slowest, pool.map(lambda name: _beside(name, runs[name], folder, given), slowest), strict=True)
            )
    print(f"{'target':<14}{'inputs':>10}{'seconds':>9}  promise broken by")
    for name in given.targets:
        inputs, seconds, broken = outcomes[name]
        print(f"{name:<14}{inputs:>10,}{seconds:>9.0f}  {broken}")
    total = sum(inputs for inputs, _, _ in outcomes.values())
    print(f"{'all':<14}{total:>10,}{time.monotonic() - begun:>9.0f}")
    return 1 if any(broken for _, _, broken in outcomes.values()) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fuzz whatever reads what others write.")
    parser.add_argument("--runs", type=int, default=20_000, help="inputs of all targets together")
    parser.add_argument("--targets", nargs="+", choices=PARTS, default=list(PARTS), metavar="TARGET")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="folder for inputs that break a promise")
    parser.add_argument("--one", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--again", type=Path, help="an input to try once more, with one target")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.again:
        (given.one,) = given.targets
    return given


def _beside(name: str, runs: int, folder: Path, given: argparse.Namespace) -> tuple[int, float, str]:
    """A target in a process of its own: how many inputs it had, how long it took, and what broke a promise."""
    given.keep.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, "--one", name, "--runs", str(runs), "--folder", str(folder)]
    command += ["--seed", str(given.seed), "--keep", str(given.keep)]
    begun = time.monotonic()
    ended = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    log = ended.stderr + ended.stdout
    executed = _EXECUTED.findall(log)
    broken = ""
    if ended.returncode:
        (given.keep / f"{name}.log").write_text(log, encoding="utf-8")
        broken = f"see {given.keep / name}.log"
    return int(executed[-1]) if executed else 0, time.monotonic() - begun, broken


def _one(given: argparse.Namespace) -> int:
    """One target, in this process."""
    if given.folder is None:
        with TemporaryDirectory() as temporary:
            given.folder = Path(temporary)
            _write_store(given.folder / "store")
            return _by_chance(given)
    if importlib.util.find_spec("atheris") is None:
        return _by_chance(given)
    _by_coverage(given)
    return 0


def _by_chance(given: argparse.Namespace) -> int:
    made = make(given.one, given.folder / given.one, _store(given))
    source = [given.again.read_bytes()] if given.again else mutated(seeds(given.one), pieces(), given.seed)
    taken = 0
    try:
        for data in islice(source, given.runs):
            taken += 1
            try:
                made.take(data)
            except Exception:  # noqa: BLE001 - whatever it is, a promise was broken
                traceback.print_exc()
                (given.keep / f"{given.one}-broken").write_bytes(data)
                return 1
    finally:
        made.close()
        print(f"stat::number_of_executed_units: {taken}")
    return 0


def _by_coverage(given: argparse.Namespace) -> None:
    import atheris

    with atheris.instrument_imports(include=_READ_TOO, enable_loader_override=False):
        made = make(given.one, given.folder / given.one, _store(given))
    for data in seeds(given.one):  # what is read once is read before the time of an input counts
        made.take(data)
    corpus, words = given.folder / f"{given.one}-corpus", given.folder / f"{given.one}.dict"
    write_corpus(corpus, given.one)
    spelt = ["".join(f"\\x{byte:02x}" for byte in piece) for piece in pieces()]
    words.write_text("".join(f'"{piece}"\n' for piece in spelt), encoding="ascii")
    options = {
        "runs": given.runs, "max_len": LONGEST, "dict": words, "seed": given.seed, "timeout": _TOO_LONG,
        "rss_limit_mb": _TOO_MUCH, "print_final_stats": 1, "artifact_prefix": given.keep / f"{given.one}-",
    }  # fmt: skip
    atheris.Setup([sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)], made.take)
    atheris.Fuzz()  # which ends this process


def _store(given: argparse.Namespace) -> Path:
    """A store of the target's own, since one of them changes it."""
    import shutil

    place = given.folder / f"{given.one}-store"
    shutil.copytree(given.folder / "store", place, dirs_exist_ok=True)
    return place


def _write_store(place: Path) -> None:
    from relgraph.extraction.readers import FirstReader
    from relgraph.graph.ontology import ontology_nquads
    from relgraph.graph.quads import nquads
    from relgraph.model import Release
    from relgraph.store.drafting import drafted
    from relgraph.store.generations import writing

    text = seeds("text")[0].decode()
    release = Release(id="a", title="Reise", date="2024-02-01", region="Baden-Württemberg", text=text)
    with writing(place), drafted(place, "0" * 32) as draft:
        draft.load([*nquads([FirstReader().read(release)]), *ontology_nquads()])
        draft.keep()


if __name__ == "__main__":
    sys.exit(main())
