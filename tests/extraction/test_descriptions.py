"""Every describing noun's own examples give the name behind it, and its counter-examples none."""

import pytest

from relgraph.extraction.described import find_described
from relgraph.extraction.descriptions import descriptions
from relgraph.extraction.draft import Draft
from relgraph.extraction.pipeline import recognise
from relgraph.model import Release
from relgraph.names.gazetteer import gazetteer

_ENTRIES = descriptions().entries


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [(entry.type, example.text, example.name) for entry in _ENTRIES for example in entry.examples],
)
def test_an_example_gives_its_name(kind, text: str, name: str) -> None:
    draft, _ = recognise(Release(id="x", title="x", region="Hessen", text=text))
    assert (name, kind) in {(draft.entities[span.id].name, draft.type_of(span)) for span in draft.spans}


@pytest.mark.parametrize("text", [text for entry in _ENTRIES for text in entry.counter])
def test_a_counter_example_gives_none(text: str) -> None:
    draft = Draft(Release(id="x", title="x", region="Hessen", text=text))
    for hit in gazetteer().find(text):
        draft.add(hit.entity, hit.start, hit.end, hit.form)
    assert find_described(draft) == set()


def test_ids_and_nouns_stand_once() -> None:
    ids = [entry.id for entry in _ENTRIES]
    assert len(ids) == len(set(ids))
    nouns = [noun for entry in _ENTRIES for noun in entry.nouns]
    assert [noun for noun in nouns if nouns.count(noun) > 1] == []
