"""A sheet for people: headings, rows of a label and a text that is wrapped beside it, and columns of numbers.

Owns the layout alone; what stands in it is escaped where it is written out.
"""

import textwrap

WIDTH = 100
_LABEL = 17
_NUMBER = 7


class Sheet:
    """Lines of text, one below the other.

    >>> sheet = Sheet()
    >>> sheet.heading("Wer")
    >>> sheet.row("Name", "Ito")
    >>> print(sheet.text(), end="")
    Wer
      Name             Ito
    """

    def __init__(self, width: int = WIDTH) -> None:
        self._width = width
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        """What the sheet, or a part of it, is about."""
        self._lines += ["", *textwrap.wrap(text, self._width), "═" * min(len(text), self._width)]

    def heading(self, text: str) -> None:
        """What the rows below speak of."""
        self._lines += ["", *textwrap.wrap(text, self._width)]

    def row(self, label: str, text: str) -> None:
        """A text beside its label; a label that is too long stands above it."""
        lead = f"  {label:<{_LABEL}}" if len(label) < _LABEL else "  " + " " * _LABEL
        if len(label) >= _LABEL:
            self._lines.append(f"  {label}")
        self._wrapped(lead, text)

    def item(self, text: str, *, level: int = 1) -> None:
        """A text of its own in a list."""
        self._wrapped("  " * level + "– ", text)

    def figure(self, value: str, text: str, *, level: int = 0) -> None:
        """A number at the right of its column, and what it stands for."""
        self._wrapped(f"  {'    ' * level}{value:>{_NUMBER}}  ", text)

    def rule(self) -> None:
        """A line below a column of numbers."""
        self._lines.append("  " + "─" * _NUMBER)

    def text(self) -> str:
        """All lines; each ends in a line break."""
        lines = self._lines[1:] if self._lines[:1] == [""] else self._lines
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _wrapped(self, lead: str, text: str) -> None:
        flat = " ".join(text.split())
        wrapped = textwrap.wrap(flat, self._width - len(lead), break_on_hyphens=False, break_long_words=False) or [""]
        self._lines.append(lead + wrapped[0])
        self._lines += [" " * len(lead) + line for line in wrapped[1:]]
