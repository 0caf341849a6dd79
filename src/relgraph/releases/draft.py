"""What a file says of itself, before gaps are filled from its text and the command's options."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """The paragraphs of a file, what its page carries along still among them, and its own metadata.

    What is `outer_…` is said by a feed that lists the page or by its window's title; the text itself knows better.
    """

    lines: tuple[str, ...]
    id: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    region: str | None = None
    language: str | None = None
    url: str | None = None
    outer_title: str | None = None
    outer_date: str | None = None
    outer_publisher: str | None = None
