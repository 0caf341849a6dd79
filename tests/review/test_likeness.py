import pytest

from relgraph.review import likeness as room
from relgraph.review.likeness import ALIKE, alike, likeness

LIKE = [
    ("Universität Tokyo", "University of Tokio"),
    ("Handwerkskammer (HwK) Koblenz", "HwK Koblenz"),
    ("Deutsche Gesellschaft für Zusammenarbeit", "DGZ"),
    ("H. Müller", "Hans Müller"),
    ("Jinping Xi", "Xi Jinping"),
    ("Volodymyr Selenskyj", "Wolodymyr Selenskyj"),
]
UNLIKE = [
    ("Universität Ulm", "Universität Köln"),
    ("4. Jahresforum", "5. Jahresforum"),
    ("Hans Müller", "Peter Müller"),
    ("Günther H. Oettinger", "Günther Horzetzky"),
    ("Baden-Baden", "Baden-Württemberg"),
    ("Geely Innovation Center", "GIZ"),
    ("Müller", "Hans Müller"),
]


@pytest.mark.parametrize(("one", "other"), LIKE)
def test_names_of_one(one, other):
    assert likeness(one, other) == likeness(other, one) >= ALIKE


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_names_of_two(one, other):
    assert likeness(one, other) < ALIKE
    assert likeness(other, one) < ALIKE


def test_pairs_are_found_once_and_in_order():
    names = {"b": "Xi Jinping", "a": "Jinping Xi", "c": "Universität Ulm"}
    assert list(alike(names)) == [("a", "b", 100.0)]


@pytest.mark.parametrize(("one", "other"), LIKE)
def test_blocks_bring_them_together(one, other):
    assert [pair[:2] for pair in alike({"a": one, "b": other})] == [("a", "b")]


def test_the_work_grows_with_the_number_of_names(monkeypatch):
    """All names begin alike, so they are in one block; a double that differs in a letter is found all the same."""
    compared = []
    real = likeness
    monkeypatch.setattr(room, "likeness", lambda one, other: compared.append(1) or real(one, other))
    for size in (200, 400):
        signs = "abcdefghijklmnopqrstuvwxyz"
        names = {f"k{n:04}": f"Universität {signs[n % 26] * 3}{signs[n // 26] * 4}" for n in range(size)}
        names |= {"double": "University dddaaaa"}
        compared.clear()
        assert ("double", "k0003") in {pair[:2] for pair in alike(names)}
        assert len(compared) < 2 * 2 * 8 * size
