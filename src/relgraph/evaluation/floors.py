"""What reading must not fall below: floors for both parts, a ceiling for the gap, and the corpus they were taken on.

Floors lie a hair below the figures they were taken from, so that a change may trade one relation for another.
"""

import math
from hashlib import sha256
from pathlib import Path

from relgraph.errors import DataError
from relgraph.evaluation.measure import Measure
from relgraph.evaluation.reading import Evaluation
from relgraph.evaluation.scores import FIGURES, Scores, score_all
from relgraph.evaluation.split import Part
from relgraph.files import write_whole
from relgraph.model import Value
from relgraph.resources import folder, read_yaml

HAIR = 0.005
NARROWEST_GAP = 0.07
"""The gap that is asked for; the ceiling is not lowered below it."""

UPDATE = "relgraph evaluate --update-floors"
_PARTS = (Part.OPEN, Part.CLOSED)
_HEAD = f"""\
# What reading must not fall below on the annotated releases; `make test` holds it. Written by
# `{UPDATE}`, which raises floors and lowers ceilings; the other way needs `--allow-lower`.
# corpus: digest of annotations, releases and split, as which the figures were taken
# gap: ceiling of F1 of relations on the open part less that on the closed one
# domestic: ceiling of domestic releases in which a foreign relation was read
# floors: F1 of each figure; relations_precision is precision
"""


class Ceilings(Value):
    """How many domestic releases may yield a foreign relation."""

    open: int
    closed: int


class Floors(Value):
    """Least figures of one part: F1 each, but for the last."""

    entities: float
    linked: float
    relations: float
    pairs: float
    topics: float
    status: float
    date: float
    relations_precision: float


class Parts(Value):
    """Floors of both parts."""

    open: Floors
    closed: Floors


class Baseline(Value):
    """Floors and ceilings, or the figures themselves where they are taken as they are."""

    corpus: str
    gap: float
    domestic: Ceilings
    floors: Parts


def baseline_path() -> Path:
    """Path of the bundled baseline."""
    return folder("data") / "baseline.yml"


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        DataError: the file is missing or not what its format says.
    """
    content = read_yaml(path)
    try:
        return Baseline.model_validate(content)
    except ValueError as error:
        raise DataError(path, " ".join(str(error).split())) from error


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Put a baseline into its file; the same baseline always gives the same bytes."""
    lines = [f"corpus: {baseline.corpus}", f"gap: {baseline.gap:.3f}", "domestic:"]
    lines += [f"  {part}: {getattr(baseline.domestic, part)}" for part in _PARTS]
    lines.append("floors:")
    for part in _PARTS:
        lines += [f"  {part}:", *(f"    {name}: {floor:.3f}" for name, floor in _at(baseline, part).items())]
    write_whole(path, (_HEAD + "\n".join(lines) + "\n").encode())


def corpus_digest(data: Path) -> str:
    """Digest of the annotations, releases and split of a data folder, names and contents."""
    paths = sorted([*data.glob("gold/**/*.yml"), *data.glob("releases/**/*.md"), data / "closed.yml"])
    digest = sha256()
    for path in paths:
        content = sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(data).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def present(evaluation: Evaluation, corpus: str) -> Baseline:
    """The figures as they are now."""
    scores = {part: score_all(evaluation.of(part)) for part in _PARTS}
    strays = {part: _strays(one["domestic"]) for part, one in scores.items()}
    first, second = (scores[part]["relations"].f1 for part in _PARTS)
    floors = Parts.model_validate({part: _figures(one) for part, one in scores.items()})
    return Baseline(corpus=corpus, gap=first - second, domestic=Ceilings.model_validate(strays), floors=floors)


def breaches(baseline: Baseline, now: Baseline) -> list[str]:
    """What is wrong, each in a line ready to read: a corpus that has changed, figures below their floors."""
    if baseline.corpus != now.corpus:
        return [f"annotations, releases or split have changed since the floors were taken; look, then run: {UPDATE}"]
    found = [
        f"{name} of the {part} part: {_at(now, part)[name]:.4f} is below its floor {floor:.3f}"
        for part in _PARTS
        for name, floor in _at(baseline, part).items()
        if _at(now, part)[name] < floor
    ]
    for part in _PARTS:
        most, strays = getattr(baseline.domestic, part), getattr(now.domestic, part)
        if strays > most:
            found.append(f"{part} part: {strays} domestic releases yield a foreign relation, at most {most} may")
    if now.gap > baseline.gap:
        found.append(f"gap of relations between both parts: {now.gap:.4f} is above its ceiling {baseline.gap:.3f}")
    return found


def raise_floors(path: Path, now: Baseline, *, allow_lower: bool = False) -> list[str]:
    """Write the baseline that fits what is now; what would get worse needs leave, else it is told and nothing written.

    Raises:
        DataError: there is a baseline and it is not what its format says.
    """
    old = read_baseline(path) if path.exists() else None
    if old is None or allow_lower:
        write_baseline(_fresh(now), path)
        return []
    worse = breaches(old.model_copy(update={"corpus": now.corpus}), now)
    if not worse:
        write_baseline(_raised(old, now), path)
    return [f"{one}; --allow-lower takes it nevertheless" for one in worse]


def _raised(old: Baseline, now: Baseline) -> Baseline:
    fresh = _fresh(now)
    floors = {
        part: {name: max(floor, _at(old, part)[name]) for name, floor in _at(fresh, part).items()} for part in _PARTS
    }
    return fresh.model_copy(update={"gap": min(fresh.gap, old.gap), "floors": Parts.model_validate(floors)})


def _fresh(now: Baseline) -> Baseline:
    """Floors a hair below what is now, the ceiling of the gap a hair above it."""
    floors = {
        part: {name: max(0.0, math.floor((value - HAIR) * 1000) / 1000) for name, value in _at(now, part).items()}
        for part in _PARTS
    }
    gap = max(NARROWEST_GAP, math.ceil((now.gap + HAIR) * 1000) / 1000)
    return now.model_copy(update={"gap": gap, "floors": Parts.model_validate(floors)})


def _figures(scores: Scores) -> dict[str, float]:
    f1 = {name: scores[name].f1 for name in FIGURES if name in Floors.model_fields}
    return f1 | {"relations_precision": scores["relations"].precision}


def _at(baseline: Baseline, part: Part) -> dict[str, float]:
    floors: Floors = getattr(baseline.floors, part)
    return floors.model_dump()


def _strays(domestic: Measure) -> int:
    return domestic.gold - domestic.matched
