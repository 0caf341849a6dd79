import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.extraction.pipeline import extract
from relgraph.model import Release

WORDS = st.sampled_from(
    (
        "Ministerpräsident Karl Vogt , der Gouverneur von Kanagawa und die Universität Kyoto ( KI ) „ “ reist nach "
        "Japan unterzeichneten ein Memorandum mit Dr. am 1. Mai 2020 Partner sind Zusammenarbeit zwischen Bayern "
        "Québec das Land er ; – des in . Präsident Partnerschaft"
    ).split()
)


def release(text: str) -> Release:
    return Release(id="x", title="x", region="Baden-Württemberg", date="2020-05-01", text=text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_whatever_is_read_stands_in_the_text(text: str) -> None:
    extraction = extract(release(text))  # the model checks every offset and every end
    for relation in extraction.relations:
        assert relation.evidence.text in text
        assert relation.subject != relation.object
    assert extraction == extract(release(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert extract(release(text)).release.text == text


def test_lists_distribute(read, names) -> None:
    extraction = read(
        "Finnland liegt bei der Photonik vorne, Schweden bei Batterien und Dänemark in der Energietechnik."
    )
    known = names(extraction)
    assert {(known[r.subject], r.topics) for r in extraction.relations if r.type == "strength"} == {
        ("Finnland", ("photonics",)),
        ("Schweden", ("batteries",)),
        ("Dänemark", ("energy-technology",)),
    }


def test_one_relation_for_a_pair_gathers_topics(read) -> None:
    text = (
        "Die Zusammenarbeit zwischen Bayern und Québec in der Robotik wächst. "
        "Auch die Zusammenarbeit zwischen Québec und Bayern in der Photonik wächst."
    )
    (relation,) = [r for r in read(text, region="Bayern").relations if r.type == "cooperation"]
    assert set(relation.topics) == {"robotics", "photonics"}


@pytest.mark.parametrize(
    "text",
    [
        "Ministerpräsident Karl Vogt reist nicht nach Japan.",
        "Bayern und Québec haben kein Abkommen unterzeichnet.",
    ],
)
def test_what_is_denied_is_no_relation(read, text: str) -> None:
    assert {r.type.value for r in read(text).relations} <= {"affiliation"}


def test_not_least_denies_nothing(read, told) -> None:
    text = "Nicht zuletzt wächst die Zusammenarbeit zwischen Tirol und Israel."
    assert ("cooperation", "Tirol", "Israel") in told(read(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ministerin Eva Kranz wird nach Japan reisen.", "planned"),
        ("Ministerin Eva Kranz ist am 3. Mai 2020 nach Japan gereist.", "concluded"),
        ("Ministerin Eva Kranz reist am 30. Juni 2020 nach Japan.", "planned"),
    ],
)
def test_status_of_a_visit(read, text: str, status: str) -> None:
    (visit,) = [relation for relation in read(text).relations if relation.type == "visit"]
    assert visit.status == status


def test_a_domestic_release_holds_offices_alone(read, told) -> None:
    text = "Ministerin Eva Kranz besuchte die Universität Konstanz. Das Land setzt auf Bildung."
    assert told(read(text)) == {("affiliation", "Eva Kranz", "Baden-Württemberg")}


def test_a_surname_is_no_city(read) -> None:
    entities = read("Ministerpräsident Stephan Weil kam nach Japan. Weil freute sich.").entities
    assert {entity.name for entity in entities if entity.type in ("Person", "City")} == {"Stephan Weil"}


def test_without_a_region_the_land_is_nobody(read, names) -> None:
    assert "Japan" in names(read("Das Land arbeitet mit Japan zusammen.", region=None)).values()


def test_the_speaker_behind_a_quotation_is_found(read, told) -> None:
    text = "„Der Krieg Russlands bedroht uns. Wir helfen deshalb“, sagte Ministerin Eva Kranz."
    assert ("concern", "Eva Kranz", "Russland") in told(read(text))


@pytest.mark.parametrize(("field", "topic"), [("Halbleitern", "semiconductors"), ("Batterien", "batteries")])
def test_semiconductors_are_no_chiefs(read, field: str, topic: str) -> None:
    (strength,) = [r for r in read(f"Südkorea ist bei {field} führend.").relations if r.type == "strength"]
    assert topic in strength.topics


def test_a_colleague_is_no_college(read, names) -> None:
    found = names(read("Er sprach mit seinem Amtskollegen Ken Mori aus Japan."))
    assert not any("olleg" in name for name in found.values())


PARAGRAPH = (
    "Ministerpräsident Karl Vogt reist am 3. Mai 2020 mit einer Delegation nach Japan. In der Präfektur Kanagawa "
    "unterzeichneten der Gouverneur, Kenji Hirata, und er ein Memorandum über Wasserstoff und Robotik. Die "
    "Universität Kyoto und die Universität Ulm haben ihre Zusammenarbeit vereinbart. Der Minister sprach mit der "
    "Präfektur über Umwelt- und Energietechnik, „das Land ist ein guter Partner“, sagte Vogt.\n"
)


def steps(read: Callable[[], object]) -> int:
    """How many functions are called, built-in ones too."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("piece", "number"), [(PARAGRAPH, 40), ("der Universität ", 1000)])
def test_twice_the_text_takes_twice_the_steps(piece: str, number: int) -> None:
    def release(times: int) -> Release:
        return Release(id="x", title="x", region="Bayern", date="2020-05-01", text=piece * times)

    extract(release(number))  # what is read once and kept is no step of a text
    half, whole = (steps(lambda times=times: extract(release(times))) for times in (number, 2 * number))
    assert whole < 2.1 * half


def test_another_sentence_tells_since_when_partners_are_partners(read) -> None:
    text = "Die Partnerschaft zwischen Baden-Württemberg und Jiangsu lebt. Partner sind beide seit 1994."
    partnership = next(r for r in read(text).relations if r.type == "partnership")
    assert (partnership.from_, partnership.evidence.text) == ("1994", text.split(". ")[0] + ".")


def test_an_office_has_its_term(read) -> None:
    text = "Der seit 2016 amtierende Ministerpräsident Peter Kurz reiste nach Japan."
    affiliation = next(r for r in read(text).relations if r.type == "affiliation")
    assert affiliation.from_ == "2016"


def test_who_signs_with_another_signs_nothing_with_his_companion(read, told) -> None:
    text = "Die Länder Hessen und Thüringen schlossen mit der Präfektur Gifu ein Abkommen ab."
    agreements = {(one, other) for kind, one, other in told(read(text, region="Hessen")) if kind == "agreement"}
    assert agreements == {("Hessen", "Gifu"), ("Thüringen", "Gifu")}
