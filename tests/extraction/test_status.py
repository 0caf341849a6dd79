import pytest

from relgraph.extraction.status import Happening, leads, negated, status_of
from relgraph.vocabulary import RelationType

ISSUED = "2022-08-25"


@pytest.mark.parametrize(
    ("kind", "text", "cue", "time", "status"),
    [
        ("visit", "Vogt reist nach Lyon.", "reist", None, "planned"),
        ("visit", "Vogt ist nach Lyon gereist.", "gereist", None, "concluded"),
        ("visit", "Vogt wird nach Lyon reisen.", "reisen", None, "planned"),
        ("visit", "Vogt kündigte an, im Mai nach Lyon zu reisen.", "reisen", None, "planned"),
        ("visit", "Vogt nutzte die Pause, um Lyon zu besuchen.", "besuchen", None, "concluded"),
        ("support", "Gefördert hat die Stiftung in Lyon zwei Schulen.", "Gefördert", None, "concluded"),
        ("trade", "2021 führten die Firmen Waren nach Lyon aus.", "führten", ("2021", None), "concluded"),
        ("cooperation", "Sie klären, wie Ulm und Lyon künftig kooperieren können.", "kooperieren", None, "planned"),
        ("visit", "Ein Besuch in Lyon wurde für das kommende Frühjahr vereinbart.", "Besuch", None, "planned"),
        ("visit", "Vogt besucht Lyon.", "besucht", ("2022-08-24", None), "concluded"),
        ("visit", "Vogt besucht Lyon.", "besucht", ("2022-09-01", None), "planned"),
        ("visit", "Vogt hält sich in Lyon auf.", "hält sich in Lyon auf", ("2022-08-24", "2022-08-26"), "active"),
        ("visit", "Vogt hat Lyon besucht.", "besucht", ("2022-09-01", None), "concluded"),
        ("visit", "Delegationen aus Lyon besuchen regelmäßig Ulm.", "besuchen", None, "active"),
        ("visit", "Zufrieden kehrt Vogt von der Reise nach Lyon zurück.", "Reise", None, "concluded"),
        ("meeting", "Vogt trifft Ito.", "trifft", ("2022-08-25", None), "active"),
        ("meeting", "Man habe Ito getroffen, sagte Vogt.", "getroffen", None, "concluded"),
        ("agreement", "Ulm und Lyon haben ein Abkommen unterzeichnet.", "unterzeichnet", None, "concluded"),
        ("agreement", "Ulm und Lyon wollen ein Abkommen unterzeichnen.", "unterzeichnen", None, "planned"),
        ("agreement", "Ulm und Lyon verbindet ein Abkommen.", "Abkommen", None, "concluded"),
        ("agreement", "Ulm und Lyon verhandeln über ein Abkommen.", "Abkommen", None, "planned"),
        ("agreement", "Im Herbst steht die Unterzeichnung des Vertrags an.", "Unterzeichnung", None, "planned"),
        ("agreement", "Ulm und Lyon haben ein Abkommen paraphiert.", "Abkommen", None, "planned"),
        ("agreement", "Geplant ist ein Vertrag mit Lyon.", "Vertrag", None, "planned"),
        ("agreement", "In Lyon schließt die Kammer ein Abkommen.", "Abkommen", None, "planned"),
        ("agreement", "Das Abkommen wurde gekündigt.", "Abkommen", None, "ended"),
        ("cooperation", "Sie vereinbarten, bei Batterien zusammenzuarbeiten.", "zusammenzuarbeiten", None, "planned"),
        ("cooperation", "Die Zusammenarbeit ruht auf drei Pfeilern.", "Zusammenarbeit", None, "active"),
        ("cooperation", "Die Zusammenarbeit ruht.", "Zusammenarbeit", None, "ended"),
        ("cooperation", "Enger als bisher wollen sie kooperieren.", "kooperieren", None, "active"),
        ("visit", "Vogt ist in Lyon eingetroffen.", "eingetroffen", ("2022-08-25", None), "active"),
        ("visit", "Vogt ist seit Montag in Lyon unterwegs.", "unterwegs", ("2022-08-22", None), "active"),
        ("trade", "2021 investierte die Firma in Lyon.", "investierte", ("2021", None), "concluded"),
        ("trade", "Die Firma habe in Lyon investiert, sagte Vogt.", "investiert", None, "concluded"),
        ("cooperation", "Ulm will stärker mit Lyon zusammenarbeiten.", "zusammenarbeiten", None, "planned"),
        ("trade", "2021 stiegen die Ausfuhren nach Lyon.", "Ausfuhren", ("2021", None), "active"),
        ("support", "Die Stiftung hat der Schule geholfen.", "geholfen", None, "concluded"),
        ("cooperation", "Ulm und Lyon wollen ihre Zusammenarbeit vertiefen.", "Zusammenarbeit", None, "active"),
        ("cooperation", "Ulm strebt eine engere Zusammenarbeit mit Lyon an.", "Zusammenarbeit", None, "planned"),
        ("cooperation", "Ulm und Lyon arbeiten zusammen.", "arbeiten zusammen", None, "active"),
        ("cooperation", "Ulm und Lyon sollten enger zusammenarbeiten.", "zusammenarbeiten", None, "planned"),
        ("partnership", "Ulm möchte eine Partnerschaft mit Lyon eingehen.", "Partnerschaft", None, "planned"),
        ("partnership", "Die Partnerschaft mit Lyon endete nach zehn Jahren.", "Partnerschaft", None, "ended"),
        ("support", "Bayern fördert die Schule.", "fördert", None, "active"),
        ("support", "Bayern will die Schule fördern.", "fördern", None, "planned"),
        ("support", "Bayern wird die Schule auch künftig fördern.", "fördern", None, "active"),
        ("support", "Bayern förderte 2018 die Schule.", "förderte", ("2018", None), "concluded"),
        ("responsibility", "Der Landtag hat die Strategie beschlossen.", "beschlossen", None, "concluded"),
        ("responsibility", "Bayern hat den Vorsitz.", "Vorsitz", None, "active"),
        ("responsibility", "Bayern hatte den Vorsitz.", "Vorsitz", None, "ended"),
        ("responsibility", "Bayern hat den Vorsitz übernommen.", "Vorsitz", None, "active"),
        ("responsibility", "Bayern übernimmt den Vorsitz.", "Vorsitz", ("2023", None), "planned"),
    ],
)
def test_status(kind: str, text: str, cue: str, time: tuple[str, str | None] | None, status: str) -> None:
    start = text.index(cue)
    happening = Happening(*(time or (None, None)), issued=ISSUED)
    assert status_of(RelationType(kind), text, (start, start + len(cue)), happening) == status


@pytest.mark.parametrize(
    ("time", "issued", "side"),
    [
        (("2022-08-24", None), ISSUED, -1),
        (("2022-08-24", "2022-08-26"), ISSUED, 0),
        (("2022-09", None), ISSUED, 1),
        (("2022-08", None), ISSUED, None),
        (("2022", None), "2022", None),
        (("2021", None), "2022", -1),
        ((None, None), ISSUED, None),
        (("2022-08-24", None), None, None),
    ],
)
def test_side_of_the_release(time: tuple[str | None, str | None], issued: str | None, side: int | None) -> None:
    assert Happening(*time, issued=issued).side == side


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Der Besuch kam nicht zustande.", True),
        ("Der Besuch wurde abgesagt.", True),
        ("Ein Besuch scheiterte.", True),
        ("Nicht nur der Besuch gefiel.", False),
        ("Der Besuch fand im Mai statt.", False),
        ("Der Besuch war nicht zuletzt ein Zeichen.", False),
        ("Keine andere Stadt lohnt den Besuch so.", False),
        ("Keine Stadt lohnt den Besuch.", True),
    ],
)
def test_negation(text: str, denied: bool) -> None:
    start = text.index("Besuch")
    assert negated(text, start, start + 6) is denied


def test_a_chair_lasts_and_a_paper_does_not() -> None:
    assert leads("Bayern hat den Vorsitz.", (15, 22))
    assert not leads("Der Landtag beschließt das.", (12, 22))
