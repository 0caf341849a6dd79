"""What each file of a bundle is, by its name; read from `data/publishing/files.yml`."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from hashlib import sha256

from relgraph.describing.files import File, Kind
from relgraph.errors import DataError
from relgraph.extraction.lexicon import parse
from relgraph.resources import folder, read_yaml


@lru_cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of the file.

    Raises:
        DataError: the file is not what its head says.
    """
    path = folder("data") / "publishing" / "files.yml"
    return parse(path, read_yaml(path), tuple[Kind, ...])


def kind_of(name: str) -> Kind:
    """The kind of a file.

    >>> kind_of("queries/visits-and-meetings.rq").media
    'application/sparql-query'

    Raises:
        DataError: no kind fits.
    """
    found = next((kind for kind in kinds() if fnmatchcase(name, kind.name)), None)
    if found is None:
        raise DataError(name, "is no file that a bundle has")
    return found


def described(name: str, content: bytes) -> File:
    """What descriptions say of a file."""
    return File(name, kind_of(name), len(content), sha256(content).hexdigest())


class Passing:
    """A file on its way, in pieces: they are counted as they go, and described when all have gone."""

    def __init__(self, name: str, pieces: Iterable[bytes]) -> None:
        self.name = name
        self._pieces, self._digest, self._size = pieces, sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._digest.update(piece)
            self._size += len(piece)
            yield piece

    def described(self) -> File:
        """What descriptions say of the file, once it is read."""
        return File(self.name, kind_of(self.name), self._size, self._digest.hexdigest())
