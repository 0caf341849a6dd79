"""What each file of a bundle is, by its name; read from `data/publishing/files.yml`."""

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
