"""That a person holds an office, as one place of a text tells it."""

from dataclasses import dataclass

from relgraph.extraction.posts import Post


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and an office: what becomes an affiliation. `place` is where the person stands in the text."""

    person: str
    post: Post
    body: str
    place: int
    rule: str
    sure: bool
