import pytest

from relgraph.extraction.verbs import forms, is_finite


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("sprach", {"preterite"}),
        ("unterzeichneten", {"preterite"}),
        ("unterzeichnet", {"present", "participle"}),
        ("abgestattet", {"participle"}),
        ("abzustatten", {"zu-infinitive"}),
        ("teilnimmt", {"present"}),
        ("vorbereitet", {"present", "participle"}),
        ("organisierten", {"preterite"}),
        ("koordiniert", {"present", "participle"}),
        ("heute", set()),
        ("letzten", set()),
        ("geplanten", set()),
    ],
)
def test_forms(word: str, found: set[str]) -> None:
    assert set(forms(word)) == found


def test_finite() -> None:
    assert is_finite("wären")
    assert is_finite("reist")
    assert not is_finite("gereist")
