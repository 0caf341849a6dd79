"""Shorthands to read a text and to look at what was found."""

from collections.abc import Callable

import pytest

from relgraph.extraction.draft import Draft
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.pipeline import extract, frames, recognise
from relgraph.model import Extraction, Release

Read = Callable[..., Extraction]


@pytest.fixture
def read() -> Read:
    def read(
        text: str, *, region: str | None = "Baden-Württemberg", date: str | None = "2020-06-15", **fields: str
    ) -> Extraction:
        return extract(Release(id="beispiel", title="Beispiel", region=region, date=date, text=text, **fields))

    return read


@pytest.fixture
def names() -> Callable[[Extraction], dict[str, str]]:
    return lambda extraction: {entity.id: entity.name for entity in extraction.entities}


@pytest.fixture
def told(names: Callable[[Extraction], dict[str, str]]) -> Callable[[Extraction], set[tuple[str, str, str | None]]]:
    def told(extraction: Extraction) -> set[tuple[str, str, str | None]]:
        known = names(extraction)
        return {
            (relation.type.value, known[relation.subject], known[relation.object] if relation.object else None)
            for relation in extraction.relations
        }

    return told


class Phrased:
    """Reads a text and gives the phrases of its sentences, as rules and scorer look at them."""

    def __init__(self) -> None:
        self.draft: Draft | None = None

    def __call__(self, text: str, *, region: str = "Baden-Württemberg", **fields: str) -> list[Phrase]:
        self.draft, holdings = recognise(Release(id="beispiel", title="Beispiel", region=region, text=text, **fields))
        return [phrase for frame in frames(self.draft, holdings) for phrase in frame.scene.phrases]

    def name(self, id_: str) -> str:
        """The name of an entity of the text read last."""
        return self.draft.entities[id_].name


@pytest.fixture
def phrased() -> Phrased:
    return Phrased()


@pytest.fixture
def standing(phrased: Phrased) -> Callable[..., dict[str, list[str]]]:
    """By the words of each reference of a text, the names it stands for."""

    def standing(text: str, **fields: str) -> dict[str, list[str]]:
        references = [phrase for phrase in phrased(text, **fields) if phrase.reference]
        return {text[phrase.start : phrase.end]: [phrased.name(id_) for id_ in phrase.ids] for phrase in references}

    return standing
