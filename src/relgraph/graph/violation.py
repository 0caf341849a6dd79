"""What a check finds."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Violation:
    """One breach of one rule: `focus` is the IRI it is about, `message` says it in a sentence."""

    severity: Severity
    rule: str
    focus: str
    message: str

    def __str__(self) -> str:
        """One line, ready to read.

        >>> str(Violation("error", "self-relation", "https://example.org/1", "Japan relates to itself."))
        'error self-relation: Japan relates to itself. <https://example.org/1>'
        """
        return f"{self.severity} {self.rule}: {self.message} <{self.focus}>"
