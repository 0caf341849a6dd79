"""Active and passive of the same word change who does what."""

import pytest

from relgraph.extraction.paradigms import participles
from relgraph.extraction.voice import is_passive


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Hessen unterstützt das Netz.", "unterstützt", False),
        ("Hessen hat das Netz unterstützt.", "unterstützt", False),
        ("Das Netz wird von Hessen unterstützt.", "unterstützt", True),
        ("Das Netz soll unterstützt werden.", "unterstützt", True),
        ("Unterstützt von Hessen, wächst das Netz.", "Unterstützt", True),
        ("Das von Hessen unterstützte Netz wächst.", "unterstützte", True),
        ("Hessen unterstützte das Netz.", "unterstützte", False),
        ("Das Netz wächst; Hessen unterstützt es.", "unterstützt", False),
    ],
)
def test_voice_of_a_participle(text: str, word: str, passive: bool) -> None:
    start = text.index(word)
    assert is_passive(text, start, start + len(word), participles("unterstützen")) is passive


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Die Botschafterin wurde am Montag empfangen.", True),
        ("Die Botschafterin wird von der Ministerin empfangen.", True),
        ("Am Montag wird die Ministerin den Botschafter empfangen.", False),
    ],
)
def test_infinitive_that_looks_like_a_participle(text: str, passive: bool) -> None:
    start = text.index("empfangen")
    assert is_passive(text, start, start + 9, participles("empfangen")) is passive


def test_a_participle_before_haben_is_active():
    text = "Unterstützt wird sie vom Institut, das eine Reihe konzipiert hat."
    start = text.index("konzipiert")
    assert not is_passive(text, start, start + len("konzipiert"), {"konzipiert": False})
