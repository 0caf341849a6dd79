import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.clauses import clause_at, clauses


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Vogt traf Ito, den Gouverneur von Gifu, in Ulm.", ["Vogt traf Ito , den Gouverneur von Gifu , in Ulm."]),
        ("Vogt lobte, dass Ulm hilft.", ["Vogt lobte", "dass Ulm hilft."]),
        ("Vogt kam, um Ito zu treffen.", ["Vogt kam", "um Ito zu treffen."]),
        ("Man plant, die Partnerschaft zu vertiefen.", ["Man plant", "die Partnerschaft zu vertiefen."]),
        ("Vogt kam; Ito blieb.", ["Vogt kam", "Ito blieb."]),
        ("Am Freitag, 3. Mai, kam Vogt.", ["Am Freitag, 3. Mai , kam Vogt."]),
        ("Das Motto „Hand in Hand – heute“ gefiel.", ["Das Motto „Hand in Hand – heute“ gefiel."]),
    ],
)
def test_clauses(sentence: str, found: list[str]) -> None:
    assert [clause.text(sentence) for clause in clauses(sentence)] == found


@given(st.text(alphabet="Vogt kam, dass der – ;(„“) zu reisen hat."), st.integers(0, 60))
def test_every_place_lies_in_one_clause_at_most(sentence: str, place: int) -> None:
    assert sum(clause.holds(place) for clause in clauses(sentence)) <= 1
    assert clause_at(sentence, place).parts
