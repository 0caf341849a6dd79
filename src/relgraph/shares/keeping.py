"""The shares of a folder that has some, or may have; and what each says, by release."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from relgraph import iris
from relgraph.shares.file import NAME, Shares, untold
from relgraph.store.generations import current_generation


def discard(folder: Path) -> None:
    """Remove the file of shares of a folder, and what belongs to it."""
    for path in folder.glob(f"{NAME}*"):
        path.unlink()


@contextmanager
def kept_shares(folder: Path) -> Iterator[Shares]:
    """The shares of a folder that has some.

    Raises:
        StoreError: it has none, or they are damaged.
    """
    if not (folder / NAME).is_file():
        raise untold(folder)
    with Shares(folder) as shares:
        yield shares


@contextmanager
def told_shares(folder: Path) -> Iterator["Texts | None"]:
    """What each release has brought to the store of a folder; nothing where it is not known.

    Raises:
        StoreError: there is no store, or its shares are damaged.
    """
    generation = current_generation(folder)
    if not (folder / NAME).is_file():
        yield None
        return
    with Shares(folder) as shares:
        yield None if shares.standing(generation) is None else Texts(shares, generation)


class Texts(Mapping[str, str]):
    """What each release has brought to a generation, as JSON, by the IRI of the release; read one by one."""

    def __init__(self, shares: Shares, generation: Path) -> None:
        self._shares = shares
        self._numbers = {iris.release(one): share for one, share in shares.known(generation).items()}

    def __getitem__(self, key: str) -> str:
        return self._shares.extraction(self._numbers[key]).to_json()

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
