"""Answers stored from one run to the next, so that a rebuild reads the same ones and asks nobody."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from relgraph.extraction.second.answers import read_answer
from relgraph.files import write_whole
from relgraph.model import Value

Ask = Callable[[bytes], str]
"""What a model says to a request."""


class Stored(Value):
    """An answer with the digests of the request and of itself."""

    request: str
    answer: str
    sha256: str


class StoredAnswers:
    """A folder with a file for each request; what is not in it is asked for and put there.

    A request holds the text, the model's name and all that the model is told, so its digest stands for the three. The
    server's address and key are no part of it.
    """

    def __init__(self, folder: Path, ask: Ask) -> None:
        self._folder = folder
        self._ask = ask

    def __call__(self, request: bytes) -> str:
        """What the model says, or said before.

        Raises:
            FetchError: as the server's `answer` does.
            ValueError: the answer is not of the schema; it is not stored then.
            OSError: the folder cannot be written to.
        """
        key = sha256(request).hexdigest()
        path = self._folder / f"{key}.json"
        stored = _read(path, key)
        if stored is not None:
            return stored
        answer = self._ask(request)
        read_answer(answer)
        self._folder.mkdir(parents=True, exist_ok=True)
        whole = Stored(request=key, answer=answer, sha256=_digest(answer))
        write_whole(path, whole.model_dump_json(indent=2).encode() + b"\n")
        return answer


def _read(path: Path, key: str) -> str | None:
    try:
        stored = Stored.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None  # to be asked anew
    return stored.answer if stored.request == key and stored.sha256 == _digest(stored.answer) else None


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
