"""What the desk hears in a question in words: the readings that it bears, or the questions that come nearest."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from relgraph.errors import RelgraphError
from relgraph.store.protocol import Store
from relgraph.understanding.reading import Reader, Readings
from relgraph.understanding.telling import Teller
from relgraph.understanding.weighing import Weighed

_LOCK = Lock()
_held: tuple[Store, Reader] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A reading: what it says in words, the question and the values."""

    words: str
    question: str
    params: Mapping[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A question of the catalogue that comes near, and what it lacks."""

    words: str
    question: str
    params: Mapping[str, str]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """The readings of a question, the likeliest first; without any, why, and what comes nearest."""

    readings: tuple[Read, ...]
    nearest: tuple[Near, ...]
    unread: tuple[str, ...]
    outside: tuple[str, ...]


def heard(store: Store, text: str, language: str) -> Heard:
    """What is heard in a question."""
    reader = _reader(store)
    readings, teller = reader.read(text), Teller(reader, language)
    return Heard(
        readings=tuple(_read(readings, place, teller) for place in range(len(readings.readings))),
        nearest=tuple(_near(weighed, teller) for weighed in readings.nearest),
        unread=tuple(readings.heard.unread),
        outside=tuple(readings.heard.outside),
    )


def begin(store: Store) -> None:
    """Make the reader, so that the first question in words need not wait for it."""
    with suppress(RelgraphError):  # whoever asks is told
        _reader(store)


def _reader(store: Store) -> Reader:
    """The reader of this process, made once for each store that it opens: of a large one that takes seconds."""
    global _held
    with _LOCK:
        if _held is None or _held[0] is not store:
            reader = Reader(store)
            _ = reader.directory, reader.matters, reader.newest
            _held = store, reader
        return _held[1]


def _read(readings: Readings, place: int, teller: Teller) -> Read:
    weighed = readings.readings[place].weighed
    notes = tuple(teller.notes(readings, place))
    return Read(teller.reading(weighed), weighed.question.name, _params(weighed, teller), notes)


def _near(weighed: Weighed, teller: Teller) -> Near:
    missing = tuple(weighed.filled.missing)
    words = weighed.question.question[teller.language]
    return Near(words, weighed.question.name, _params(weighed, teller), missing)


def _params(weighed: Weighed, teller: Teller) -> dict[str, str]:
    return {name: value for name, value in teller.params(weighed).items() if name != "language" and value}
