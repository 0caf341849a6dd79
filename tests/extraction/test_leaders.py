"""Who leads a delegation is told in many forms, in its own sentence or in the next."""

import pytest

from relgraph.extraction.leaders import Led, leader_near, leaders
from relgraph.extraction.pipeline import recognise
from relgraph.model import Release


def led_by(text: str) -> list[str]:
    draft, _ = recognise(Release(id="x", title="x", region="Hessen", date="2020-06-15", text=text))
    return [draft.entities[led.person].name for led in leaders(draft)]


@pytest.mark.parametrize(
    "text",
    [
        "Unter der Leitung von Botschafterin Aiko Tanaka kam eine Delegation nach Kassel.",
        "Eine Delegation, angeführt von der Botschafterin Aiko Tanaka, kam nach Kassel.",
        "Eine von Botschafterin Aiko Tanaka geleitete Delegation kam nach Kassel.",
        "Nach Kassel kam eine Delegation, die Botschafterin Aiko Tanaka leitet.",
        "Nach Kassel kam eine Delegation, der Botschafterin Aiko Tanaka vorsteht.",
        "Eine Delegation mit Botschafterin Aiko Tanaka an der Spitze kam nach Kassel.",
        "Die Gruppe um Botschafterin Aiko Tanaka kam nach Kassel.",
        "Eine Delegation kam nach Kassel. Geleitet wurde sie von Botschafterin Aiko Tanaka.",
        "Eine Delegation kam nach Kassel. An ihrer Spitze stand Botschafterin Aiko Tanaka.",
        "Botschafterin Aiko Tanaka ist mit einer Delegation aus Japan nach Kassel gereist.",
    ],
)
def test_leader_of_a_delegation(text: str) -> None:
    assert led_by(text) == ["Aiko Tanaka"]


@pytest.mark.parametrize(
    "text",
    [
        "Ministerin Eva Kranz sprach mit einer Delegation aus Japan.",
        "Die Delegation kam nach Kassel. Empfangen wurde sie von Ministerin Eva Kranz.",
        "Das Orchester spielte unter der Leitung von Aiko Tanaka in Kassel.",
    ],
)
def test_who_receives_or_conducts_leads_no_delegation(text: str) -> None:
    assert led_by(text) == []


def test_a_delegation_known_before_keeps_its_leader_and_a_new_one_has_none() -> None:
    told = [Led(0, 50, "a")]
    assert leader_near(told, 20, definite=False) == "a"
    assert leader_near(told, 90, definite=True) == "a"
    assert leader_near(told, 90, definite=False) is None
