"""A store that is being changed: a folder kept for one writer, or a server."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from relgraph.build import Progress
from relgraph.checking import admit
from relgraph.difference.chain import Chain, changes_folder
from relgraph.difference.recording import record
from relgraph.errors import StoreError
from relgraph.model import Extraction
from relgraph.shares.file import Shares
from relgraph.shares.keeping import Texts, kept_shares
from relgraph.shares.rows import share_of
from relgraph.shares.standing import stand as stand_on
from relgraph.store.generations import current_generation, writing
from relgraph.store.ledger import read_shares
from relgraph.store.loading import load
from relgraph.store.opening import is_address
from relgraph.store.remote import RemoteStore


class Held(Protocol):
    """A store that is being changed: its shares, and those among them that it stands on, by release."""

    shares: Shares
    standing: Mapping[str, int]

    def stand(self, standing: Mapping[str, int]) -> dict[str, int]:
        """Make it stand on other shares; how many releases, relations and sentences there are then."""


@contextmanager
def held_store(store: str | Path, progress: Progress) -> Iterator[Held]:
    """A store to be changed; nobody else writes a folder meanwhile.

    Raises:
        StoreError: it is missing, has no shares, cannot be written, or another writer has it.
    """
    if is_address(str(store)):
        with RemoteStore(str(store)) as server, TemporaryDirectory() as place, Shares(Path(place)) as shares:
            yield _Server(server, Path(place), shares, progress)
        return
    if "://" in str(store):
        raise StoreError(str(store), "is neither a folder nor an http(s) address")
    folder = Path(store)
    current_generation(folder)  # or there is nothing to change, and no folder to be made
    with writing(folder):
        Chain(changes_folder(folder))  # a damaged one is told before anything is written
        with kept_shares(folder) as shares:
            yield _Folder(folder, shares, progress)


class _Folder:
    def __init__(self, folder: Path, shares: Shares, progress: Progress) -> None:
        self._folder, self.shares, self._progress = folder, shares, progress
        self.standing: Mapping[str, int] = shares.known(current_generation(folder))

    def stand(self, standing: Mapping[str, int]) -> dict[str, int]:
        self._progress("storing", 0, 0)
        stood = stand_on(self._folder, self.shares, standing, admit)
        if stood.changed:
            record(self._folder, stood)
        self.shares.forget(stood.generation.name)
        return self.shares.totals(stood.generation.name)


class _Server:
    """A server keeps its shares itself: they are laid out in a folder for a while, and loaded from there."""

    def __init__(self, server: RemoteStore, folder: Path, shares: Shares, progress: Progress) -> None:
        self._server, self._folder, self.shares, self._progress = server, folder, shares, progress
        with shares.change():
            held = [_extraction(text, server) for text in read_shares(server)]
            self.standing: Mapping[str, int] = {one.release.id: shares.add(share_of(one)) for one in held}

    def stand(self, standing: Mapping[str, int]) -> dict[str, int]:
        with writing(self._folder):
            stood = stand_on(self._folder, self.shares, standing, admit)
        if dict(standing) != self.standing:
            load(self._folder, self._server, self._progress, shares=Texts(self.shares, stood.generation))
        return self.shares.totals(stood.generation.name)


def _extraction(text: str, server: RemoteStore) -> Extraction:
    try:
        return Extraction.model_validate_json(text)
    except ValueError as error:
        why = " ".join(str(error).split())[:200]
        raise StoreError(
            server.location, f"holds a share of another version ({why}); `relgraph build` makes it anew"
        ) from error
