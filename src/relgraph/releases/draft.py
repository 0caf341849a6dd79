"""What a file says of itself, before gaps are filled from its text and the command's options."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """The paragraphs of a file, what its page carries along still among them, and its own metadata.

    What the feed that lists a page says of it stands apart, since the page's own text knows better.
    """

    lines: tuple[str, ...]
    id: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    region: str | None = None
    language: str | None = None
    url: str | None = None
    listed_date: str | None = None
    listed_publisher: str | None = None
