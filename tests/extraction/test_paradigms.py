"""A verb of a rule announces the relation in all its forms, and no noun or article does."""

import pytest

from relgraph.extraction.paradigms import passive_cues, verb_cues
from relgraph.extraction.wordings import compile_cues


@pytest.mark.parametrize(
    "text",
    [
        "Kurz nimmt an der Messe teil.",
        "Kurz nahm im Mai an der Messe teil und reiste weiter.",
        "Kurz hat an der Messe teilgenommen.",
        "Kurz plant, an der Messe teilzunehmen.",
        "Kurz, der an der Messe teilnahm, lobte sie.",
        "Teilgenommen hat auch Kurz.",
    ],
)
def test_separable_verb(text: str) -> None:
    assert compile_cues(verb_cues("teilnehmen")).search(text)


@pytest.mark.parametrize(
    "text", ["Kurz nimmt einen Teil der Messe.", "Die Teilnehmenden kamen.", "Er nahm teilweise Platz."]
)
def test_other_words_are_no_form(text: str) -> None:
    assert not compile_cues(verb_cues("teilnehmen")).search(text)


@pytest.mark.parametrize(
    "text",
    ["Ito stattete ihm einen Besuch ab.", "Ito hat ihm einen Besuch abgestattet.", "Einen Besuch stattete Ito ab."],
)
def test_idiom(text: str) -> None:
    assert compile_cues(verb_cues("Besuch abstatten")).search(text)


def test_noun_is_no_verb() -> None:
    assert not compile_cues(verb_cues("besuchen")).search("Mit Besuchen in Rom")


def test_passive_has_participles_alone() -> None:
    pattern = compile_cues(passive_cues("fördern"))
    assert pattern.search("Das geförderte Netz")
    assert not pattern.search("Hessen fördert das Netz")
