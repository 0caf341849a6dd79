"""A sitting of a person with a file of decisions: what is decided, what was answered, and the way back.

Each answer is in the file before the next question is asked, so that nothing is lost whatever happens.
"""

from collections.abc import Hashable, Sequence
from pathlib import Path

from relgraph.errors import DataError
from relgraph.files import write_whole
from relgraph.review.decision_file import append_decisions, read_decisions
from relgraph.review.decisions import Decision


class Session:
    """Decisions of a file, and those added to it in this sitting."""

    def __init__(self, path: Path) -> None:
        """Read what is decided; no file yet is no decision yet.

        Raises:
            DataError: the file is not what its format says.
        """
        self.path = path
        self.decided: set[Hashable] = {one.key for one in read_decisions(path)} if path.exists() else set()
        self._history: list[tuple[bytes | None, bytes, list[Hashable]]] = []

    @property
    def answered(self) -> int:
        """Answers of this sitting that stand."""
        return len(self._history)

    def record(self, decisions: Sequence[Decision]) -> None:
        """Write the decisions of one answer.

        Raises:
            DataError: the file is no longer what its format says.
            OSError: it cannot be written.
        """
        before = self.path.read_bytes() if self.path.exists() else None
        append_decisions(self.path, decisions)
        new = [one.key for one in decisions if one.key not in self.decided]
        self.decided.update(new)
        self._history.append((before, self.path.read_bytes(), new))

    def undo(self) -> bool:
        """Take the last answer of this sitting back, if there is one.

        Raises:
            DataError: somebody else has written to the file since.
        """
        if not self._history:
            return False
        before, after, new = self._history[-1]
        if not self.path.exists() or self.path.read_bytes() != after:
            raise DataError(self.path, "was changed by somebody else since; nothing is taken back")
        if before is None:
            self.path.unlink()
        else:
            write_whole(self.path, before)
        self.decided.difference_update(new)
        self._history.pop()
        return True
