"""Every error that relgraph raises on purpose.

::

    RelgraphError
    ├── ReleaseError        a release that cannot be read            (path)
    ├── FetchError          an address that gives no page, no answer (url, why)
    ├── DataError           a file of data/ or ontology/ that is off (path)
    ├── UnknownName         a label that names nothing               (label, suggestions)
    ├── QueryError          a query that is off or cannot run        (name)
    ├── StoreError          a store that cannot be opened or written (location)
    └── CheckError          a graph that breaks its own rules        (violations)

Each carries what it is about and formats itself in one line; only the command line catches them.
"""

from collections.abc import Sequence


class RelgraphError(Exception):
    """The root of the tree: whatever a caller may want to catch at once."""

    def __reduce__(self) -> tuple[object, ...]:
        # An error crosses to another process as it is: its message is ready, and __init__ would want its parts
        return _crossed, (type(self), self.args, self.__dict__)


def _crossed(kind: type[RelgraphError], args: tuple[object, ...], held: dict[str, object]) -> RelgraphError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(held)
    return error


class ReleaseError(RelgraphError, ValueError):
    """A release cannot be read; `path` says which, the message why."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


class FetchError(RelgraphError, OSError):
    """An address gives no page or answer, or may not be asked; `url` says which, `why` the reason."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why

    def __str__(self) -> str:  # OSError would print a tuple
        return str(self.args[0])


class DataError(RelgraphError, ValueError):
    """A file of `data/`, `queries/` or `ontology/` is not what its format says."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class UnknownName(RelgraphError, LookupError):
    """A label names no entity, topic, type or query; `suggestions` come nearest."""

    def __init__(self, label: str, what: str = "name", suggestions: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"unknown {what} {label!r}{hint}")
        self.label = label
        self.suggestions = tuple(suggestions)


class QueryError(RelgraphError, ValueError):
    """A query is malformed, misses a parameter, or was refused by the store; `place` is line and column, from 1."""

    def __init__(self, name: str, why: str, place: tuple[int, int] | None = None) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.place = place


class StoreError(RelgraphError, OSError):
    """A store cannot be opened, read or written."""

    def __init__(self, location: object, why: str) -> None:
        super().__init__(f"{location}: {why}")
        self.location = location

    def __str__(self) -> str:  # OSError would print a tuple
        return str(self.args[0])


class CheckError(RelgraphError, ValueError):
    """A graph breaks a shape or a check; `violations` are ready to read."""

    def __init__(self, violations: Sequence[str]) -> None:
        super().__init__(f"{len(violations)} violations, the first: {violations[0]}")
        self.violations = tuple(violations)
