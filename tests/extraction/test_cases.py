"""Case and preposition of names, told by what stands before them."""

import pytest

from relgraph.extraction.phrases import phrases
from relgraph.extraction.pipeline import read
from relgraph.model import Release


@pytest.mark.parametrize(
    ("text", "name", "governs"),
    [
        ("Indien ist Abnehmer bayerischer Waren.", "Bayern", "gen"),
        ("Am Montag reisten bayerische Unternehmen nach Indien.", "Bayern", "bare"),
        ("Gelobt wurde die Strategie „Nordlicht“ der Europäischen Union.", "Europäische Union", "gen"),
        ("Gelobt wurde die Strategie der Europäischen Union.", "Europäische Union", "gen"),
        ("Die Gäste reisten mit der Europäischen Union.", "Europäische Union", "mit"),
    ],
)
def test_what_governs_a_name(text: str, name: str, governs: str) -> None:
    draft, _ = read(Release(id="x", title="x", region="Hessen", date="2020-06-15", text=text))
    found = {draft.entities[phrase.ids[0]].name: phrase.governs for phrase in phrases(draft, draft.sentences[0])}
    assert found[name] == governs
