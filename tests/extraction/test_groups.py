"""Words for several who were named before."""

import pytest


@pytest.mark.parametrize(
    ("text", "group", "means"),
    [
        ("Graz und Lyon feiern. Beide Städte wachsen.", "Beide Städte", ["Graz", "Lyon"]),
        ("Graz, Lyon und Kunming feiern. Die drei Städte wachsen.", "Die drei Städte", ["Graz", "Lyon", "Kunming"]),
        ("Die Universität Kyoto und die Universität Konstanz forschen. Die Labore beider Hochschulen sind neu.",
         "beider Hochschulen", ["Universität Kyoto", "Universität Konstanz"]),
        ("Die Zusammenarbeit zwischen Bayern und Québec wächst. Beide Seiten sind froh.", "Beide Seiten",
         ["Bayern", "Québec"]),
        ("Die Universität Kyoto lud die Universität Konstanz ein. Die beiden Hochschulen forschen.",
         "Die beiden Hochschulen", ["Universität Kyoto", "Universität Konstanz"]),
        ("Graz und Lyon feiern. Den Partnerstädten wird gedankt.", "Den Partnerstädten", ["Graz", "Lyon"]),
    ],
)  # fmt: skip
def test_group_means_who_was_named(text: str, group: str, means: list[str], standing) -> None:
    assert sorted(standing(text)[group]) == sorted(means)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Graz und Lyon feiern. Zwei Städte wachsen.", "Zwei Städte"),
        ("Graz und Lyon feiern. Beide Städte, Linz und Basel, wachsen.", "Beide Städte"),
        ("Graz und Lyon feiern. Die fünf Städte wachsen.", "Die fünf Städte"),
        ("Graz und Lyon feiern. Die Städte des Landes wachsen.", "Die Städte"),
        ("Graz feiert. Beide Hochschulen wachsen.", "Beide Hochschulen"),
    ],
)
def test_other_plurals_mean_nobody(text: str, group: str, standing) -> None:
    assert group not in standing(text)


def test_delegation_means_who_visits(standing) -> None:
    text = "Gouverneurin Aiko Tanaka besucht Bayern. Die Delegation sieht ein Labor."
    assert standing(text, region="Bayern")["Delegation"] == ["Aiko Tanaka"]


def test_group_that_a_preposition_governs(phrased) -> None:
    phrases = phrased("Graz und Lyon feiern. Zwischen beiden Städten besteht ein Vertrag.")
    assert [phrase.governs for phrase in phrases if phrase.reference] == ["zwischen"]
