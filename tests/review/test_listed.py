import pytest

from relgraph.review.listed import listed_like
from relgraph.vocabulary import ORGANISATIONS, EntityType


@pytest.mark.parametrize(
    ("name", "types", "known"),
    [
        ("Heidelberg University", ORGANISATIONS, "Universität Heidelberg"),
        ("Heinsberg", {EntityType.CITY}, "Heinsberg"),
        ("Kanagava", {EntityType.REGION}, "Kanagawa"),
    ],
)
def test_the_likest_comes_first(name, types, known):
    (entry, score), *_ = listed_like(name, types)
    assert (entry.name, entry.type in types) == (known, True)
    assert score >= 85


def test_other_types_and_strangers_find_nobody():
    assert listed_like("Heidelberg University", {EntityType.CITY}) == []
    assert listed_like("Wexelbrunn Zirkelquaste", ORGANISATIONS) == []
