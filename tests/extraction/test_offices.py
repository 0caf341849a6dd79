import pytest


@pytest.mark.parametrize(
    ("text", "person", "body", "role"),
    [
        ("Kanagawas Gouverneurin Aiko Tanaka kam.", "Aiko Tanaka", "Kanagawa", "Gouverneurin"),
        ("Der israelische Botschafter Avi Stern kam.", "Avi Stern", "Israel", "Botschafter"),
        ("Es sprach Aiko Tanaka, die Gouverneurin von Kanagawa.", "Aiko Tanaka", "Kanagawa", "Gouverneurin"),
        ("Der Rektor der Universität Kyoto, Ken Mori, kam.", "Ken Mori", "Universität Kyoto", "Rektor"),
        ("Umweltminister Franz Meier kam aus Japan.", "Franz Meier", "Baden-Württemberg", "Umweltminister"),
        (
            "Finanz- und Wirtschaftsminister Franz Meier kam.",
            "Franz Meier",
            "Baden-Württemberg",
            "Finanz- und Wirtschaftsminister",
        ),
        (
            "Franz Meier, Minister für Bundesrat, Europa und internationale Angelegenheiten, kam.",
            "Franz Meier",
            "Baden-Württemberg",
            "Minister für Bundesrat, Europa und internationale Angelegenheiten",
        ),
        ("Landtagspräsidentin Eva Kranz sprach.", "Eva Kranz", "Landtag Baden-Württemberg", "Landtagspräsidentin"),
        ("Bundeskanzler Karl Vogt sprach.", "Karl Vogt", "Deutschland", "Bundeskanzler"),
        (
            "Gespräche führte er mit dem Präsidenten des japanischen Oberhauses, Ken Mori.",
            "Ken Mori",
            "Japanisches Oberhaus",
            "Präsident",
        ),
    ],
)
def test_who_holds_what(read, names, text: str, person: str, body: str, role: str) -> None:
    extraction = read(text)
    known = names(extraction)
    found = {(known[r.subject], known[r.object], r.role) for r in extraction.relations if r.type == "affiliation"}
    assert (person, body, role) in found


def test_a_former_office_has_ended(read) -> None:
    (relation,) = read("Der frühere Ministerpräsident Karl Vogt kam.").relations
    assert relation.status == "ended"


def test_several_holders_with_their_bodies_in_brackets(read, told) -> None:
    text = "Es unterschrieben die Oberbürgermeister Karl Vogt (Mannheim) und Zhang Wei (Qingdao)."
    assert {("affiliation", "Karl Vogt", "Mannheim"), ("affiliation", "Zhang Wei", "Qingdao")} <= told(read(text))


def test_an_enumeration_goes_on_with_the_same_side(read, told) -> None:
    text = "Er traf den ungarischen Staatspräsidenten Gábor Kis, Ministerpräsident Béla Nagy und Ministerin Kinga Tóth."
    assert {("affiliation", "Béla Nagy", "Ungarn"), ("affiliation", "Kinga Tóth", "Ungarn")} <= told(read(text))


def test_an_office_without_a_name_holds_nobody(read) -> None:
    assert read("Der Ministerpräsident kam aus Japan zurück.").relations == ()


def test_a_chief_is_told_with_what_he_is_the_chief_of(read) -> None:
    (relation,) = read("Karl Vogt, Staatsminister und Chef der Staatskanzlei, kam.").relations
    assert relation.role == "Staatsminister und Chef der Staatskanzlei"


def test_a_foreign_name_met_abroad_holds_office_there(read, told) -> None:
    assert ("affiliation", "Jean Tremblay", "Kanada") in told(
        read("In Ottawa traf sie Forschungsminister Jean Tremblay.")
    )


def test_a_body_of_an_office_is_no_party(read, told) -> None:
    text = "Ministerpräsident Karl Vogt, zugleich Präsident des Bundesrats, brach zu einer Reise nach Japan auf."
    assert ("visit", "Karl Vogt", "Japan") in told(read(text))
    assert ("visit", "Bundesrat", "Japan") not in told(read(text))
