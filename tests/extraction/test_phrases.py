"""Names in one enumeration make one phrase, and only those."""

import pytest


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Bayern, Québec und São Paulo sowie die Provinz Shandong kooperieren.",
         [["Bayern", "Québec", "São Paulo", "Shandong"]]),
        ("Ein Memorandum of Understanding (MoU), das Bayern und Kanagawa bindet.",
         [["Memorandum of Understanding"], ["Bayern", "Kanagawa"]]),
        ("Die Zusammenarbeit Bayerns, und die Universität Kyoto hilft.", [["Bayern"], ["Universität Kyoto"]]),
        ("Italien 20 (2018: 15), Frankreich 19.", [["Italien"], ["Frankreich"]]),
        ("Aus Italien 20 (2018: 15), aus Frankreich 19.", [["Italien"], ["Frankreich"]]),
        ("Die Universität Kyoto und das Memorandum of Understanding.",
         [["Universität Kyoto"], ["Memorandum of Understanding"]]),
        ("Mit Gouverneur Taro Ito, vereinbarte Minister Karl Vogt, bleibe es dabei.",
         [["Taro Ito"], ["Karl Vogt"]]),
        ("Nach Lyon, der Partnerstadt Bremens, reist er.", [["Lyon"], ["Bremen"]]),
        ("Das Land Tirol, die Stadt Lyon und die Universität Kyoto.", [["Tirol", "Lyon", "Universität Kyoto"]]),
        ("Die Partnerstädte Lyon in Frankreich, Turin in Italien und Qingdao in China.",
         [["Lyon"], ["Frankreich"], ["Turin"], ["Italien"], ["Qingdao"], ["China"]]),
        ("Er reist nach Lyon in Frankreich und Italien.", [["Lyon"], ["Frankreich", "Italien"]]),
        ("Gouverneur Taro Ito, Gouverneur von Gifu, und Minister Karl Vogt kamen.", [["Taro Ito", "Karl Vogt"]]),
    ],
)  # fmt: skip
def test_what_is_listed_together(text: str, together: list[list[str]], phrased) -> None:
    found = [[phrased.name(id_) for id_ in phrase.ids] for phrase in phrased(text) if not phrase.reference]
    assert found == together
