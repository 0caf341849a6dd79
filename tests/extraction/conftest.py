"""Shorthands to read a text and to look at what was found."""

from collections.abc import Callable

import pytest

from relgraph.extraction.pipeline import extract
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
