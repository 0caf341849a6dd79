"""A store's folder made to hold the graph of some shares, in one step: anew, or by what has changed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from relgraph.errors import StoreError
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.violation import Violation
from relgraph.resources import package_digest
from relgraph.shares.changes import Delta, Standing, delta_of
from relgraph.shares.entities import Entities
from relgraph.shares.file import Shares
from relgraph.shares.places import Surroundings
from relgraph.shares.tallies import Tallies
from relgraph.shares.whole import whole_lines
from relgraph.store.drafting import Draft, drafted
from relgraph.store.embedded import EmbeddedStore, engine_version, is_whole, open_embedded
from relgraph.store.generations import current_generation

_FEW, _SHARE = 20, 0.1
"""So many releases, or such a share of all, may change before a graph is made anew.

Of 1,000, a change of 400 still takes less time than all (3 seconds of a core out, 12 in, 17 for all); but a graph that
is made anew has one file for each index, which halves the time of questions.
"""

_CODE = ("graph", "shares", "names", "iris.py", "vocabulary.py", "model.py")

Check = Callable[[EmbeddedStore, Delta | None, Sequence[Violation]], Sequence[Violation]]
"""What is off in a graph but may stay; told what has changed and what was off before, where not all is new."""


@dataclass(frozen=True)
class Stood:
    """What became of a store: its generation now, the one before, what has changed, where that is known, and is off."""

    generation: Path
    before: Path | None
    delta: Delta | None
    warnings: Sequence[Violation]

    @property
    def changed(self) -> bool:
        """Whether it holds anything else than before."""
        return self.generation != self.before


def stand(folder: Path, shares: Shares, after: Mapping[str, int], check: Check) -> Stood:
    """Make a folder hold the graph of the shares of `after`, by release; whoever calls holds its lock.

    The same shares give the same generation, which is left alone if it is whole. Killed at any point, the store that
    stood before still stands.

    Raises:
        StoreError: the folder or the file of shares is damaged or cannot be written.
        Exception: whatever `check` raises; then all is as it was.
    """
    shares.refill()
    current = _current(folder)
    name = shares.name(after, shape())
    whole = current is not None and is_whole(current)
    if current is not None and current.name == name and whole:
        return Stood(current, current, Delta(), _settled(folder, shares, name, after, check))
    before = _before(shares, current) if whole else None
    ordered = {release: after[release] for release in sorted(after)}
    if current is not None and before is not None and _few(before, ordered):
        made = _changed(folder, shares, current, before, name, ordered, check)
        if made is not None:
            return made
    with drafted(folder, name) as draft:
        with shares.change():
            shares.stand(name, ordered.values())
            # What it is made of is held by nobody else: it is let go before all is checked
            draft.load(whole_lines(shares, name, ordered, _fill(shares, name)))
            warnings = check(_view(draft), None, ())
            shares.derive(name, shape(), warnings)
        draft.keep()
    return Stood(folder / name, current, None, warnings)


def _changed(
    folder: Path, shares: Shares, current: Path, before: Mapping[str, int], name: str, after: Mapping[str, int],
    check: Check,
) -> Stood | None:  # fmt: skip
    """The next generation out of the current one; nothing where it is better made anew."""
    with drafted(folder, name, current) as draft:
        try:
            with shares.change(), open_embedded(folder) as store:
                shares.stand(name, after.values())
                delta = delta_of(store, shares, Standing(current.name, before), Standing(name, after))
                if delta is None:
                    raise _MakeAnew
                draft.change(delta.removed, delta.added)
                warnings = check(_view(draft), delta, shares.derived(current.name, shape()) or ())
                shares.derive(name, shape(), warnings)
        except _MakeAnew:
            return None
        draft.keep(before=True)
    return Stood(folder / name, current, delta, warnings)


def _settled(
    folder: Path, shares: Shares, name: str, after: Mapping[str, int], check: Check
) -> Sequence[Violation]:  # fmt: skip
    """What is off in the current generation; what is kept of it is written again, if another's has come between."""
    found = shares.derived(name, shape())
    if found is None:
        with shares.change(), open_embedded(folder) as store:
            shares.stand(name, after.values())
            _fill(shares, name)
            found = list(check(store, None, ()))
            shares.derive(name, shape(), found)
    return found


def _fill(shares: Shares, generation: str) -> Surroundings:
    """Make anew what is kept of a generation, out of the shares that it stands on; where all lies then."""
    Entities(shares, generation).fill()
    around = Surroundings(shares, generation)
    Tallies(shares, generation, around).fill()
    return around


class _MakeAnew(Exception):
    """A change touches too much."""


@lru_cache(maxsize=1)
def shape() -> str:
    """Digest of all that makes a graph out of shares: the ontology, relgraph's own code, the engine."""
    told = [engine_version(), package_digest(*_CODE, data=("authorities",)), *ontology_nquads()]
    return sha256("\n".join(told).encode()).hexdigest()


def _before(shares: Shares, current: Path | None) -> dict[str, int] | None:
    """What the current generation stands on, if it was made as we would make it, and nothing has come between."""
    if current is None or shares.derived(current.name, shape()) is None:
        return None
    return shares.standing(current)


def _few(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    differ = len(before.items() ^ after.items())
    return differ <= max(_FEW, _SHARE * len(before))


def _view(draft: Draft) -> EmbeddedStore:
    return EmbeddedStore(str(draft.generation.parent), draft.engine)


def _current(folder: Path) -> Path | None:
    with suppress(StoreError):
        return current_generation(folder)
    return None
