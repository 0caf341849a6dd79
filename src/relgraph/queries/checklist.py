"""What is wrong with files of questions, as one reads it: a line for each fault that begins with file and line.

Owns which files are looked at; what is wrong with one is found by `relgraph.queries.inspection`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from relgraph.errors import DataError
from relgraph.queries.faults import Fault
from relgraph.queries.formats import write_table
from relgraph.queries.inspection import all_faults
from relgraph.resources import folder
from relgraph.store.terms import Literal, Table

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


@dataclass(frozen=True)
class Checklist:
    """Faults with the files that they are in."""

    faults: Sequence[tuple[Path, Fault]]

    def write(self, format_: str) -> str:
        """Lines `file:line: what is wrong`, or rows in another format."""
        if format_ == "table":
            return "".join(f"{path}:{fault.line}: {fault.why}\n" for path, fault in self.faults)
        rows = [
            (Literal(str(path)), Literal(str(fault.line), _INTEGER), Literal(fault.why)) for path, fault in self.faults
        ]
        return write_table(Table(("file", "line", "message"), list(rows)), format_)


def checklist(paths: Sequence[str]) -> tuple[Checklist, int]:
    """What is wrong with some files and those of some folders, else with the catalogue; and how many files there are.

    Raises:
        DataError: a folder holds no question.
    """
    files = [file for path in paths or [str(folder("queries"))] for file in _files(Path(path))]
    return Checklist([(file, fault) for file in files for fault in _faults(file)]), len(files)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(path.glob("*.rq"), key=lambda file: file.name)
    if not found:
        raise DataError(path, "the folder holds no file that ends with .rq")
    yield from found


def _faults(file: Path) -> list[Fault]:
    try:
        return all_faults(file)
    except DataError as error:
        return [Fault(1, error.why)]
