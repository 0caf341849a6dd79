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
        ("Die deutsche Botschafterin Eva Kranz sprach.", "Eva Kranz", "Deutschland", "Botschafterin"),
        (
            "Es sprach Japans Botschafter in Österreich, Hiroshi Nagase, als Gast.",
            "Hiroshi Nagase",
            "Japan",
            "Botschafter",
        ),
        (
            "Der Präsident der Universität Ulm in Söflingen, Karl Vogt, sprach.",
            "Karl Vogt",
            "Universität Ulm",
            "Präsident",
        ),
        ("Bürgermeister Roman Hrytsenko aus Lwiw sprach.", "Roman Hrytsenko", "Lwiw", "Bürgermeister"),
        ("Es sprach Sekretärin Eva Kranz vom Europarat.", "Eva Kranz", "Europarat", "Sekretärin"),
        ("NATO-Generalsekretär Karl Vogt sprach.", "Karl Vogt", "NATO", "NATO-Generalsekretär"),
        (
            "In der Woiwodschaft Schlesien sprach Vizemarschall Jakub Nowak.",
            "Jakub Nowak",
            "Schlesien",
            "Vizemarschall",
        ),
        (
            "Gespräche führte er mit dem Präsidenten des japanischen Oberhauses, Ken Mori.",
            "Ken Mori",
            "Oberhaus Japan",
            "Präsident",
        ),
        ("Die Europaabgeordnete Eva Kranz sprach.", "Eva Kranz", "Europäisches Parlament", "Europaabgeordnete"),
        ("Bundesaußenminister Karl Vogt sprach.", "Karl Vogt", "Deutschland", "Bundesaußenminister"),
        ("Zu Gast war S.E. Botschafter Ken Mori aus Japan.", "Ken Mori", "Japan", "Botschafter"),
        ("Es sprach Ken Mori, seit dem 8. Mai 2019 Botschafter Japans.", "Ken Mori", "Japan", "Botschafter"),
        ("Es kam der Gouverneur von Kyoto, Ken Mori.", "Ken Mori", "Präfektur Kyoto", "Gouverneur"),
        ("Es kam der Gouverneur von Tokio, Ken Mori.", "Ken Mori", "Tokio", "Gouverneur"),
        ("In Madison empfing sie Gouverneur Tony Evers.", "Tony Evers", "Wisconsin", "Gouverneur"),
        ("Der Präsident des tschechischen Senats, Jan Novák, kam.", "Jan Novák", "Senat Tschechien", "Präsident"),
        ("Am Tisch saß auf luxemburgischer Seite Minister Karl Vogt.", "Karl Vogt", "Luxemburg", "Minister"),
        ("Aus Prag reist Bürgermeister Jan Novák an.", "Jan Novák", "Prag", "Bürgermeister"),
        ("Es kam Karl Vogt, Minister aus Luxemburg.", "Karl Vogt", "Luxemburg", "Minister"),
        ("IHK-Präsident Minister Karl Vogt sprach für die IHK Ulm.", "Karl Vogt", "IHK Ulm", "IHK-Präsident"),
        ("Der Münchner Generalkonsul Japans, Ken Mori, kam.", "Ken Mori", "Japan", "Generalkonsul"),
        ("Zum Fest kam Calws Oberbürgermeister Karl Vogt.", "Karl Vogt", "Calw", "Oberbürgermeister"),
        (
            "Der slowenische Ministerpräsident Ivan Novak und Außenministerin Tanja Horvat kamen.",
            "Tanja Horvat",
            "Slowenien",
            "Außenministerin",
        ),
        (
            "Aus Vorarlberg kam Landesstatthalterin Eva Kranz.",
            "Eva Kranz",
            "Vorarlberg",
            "Landesstatthalterin",
        ),
        (
            "Landtagspräsidentin Eva Kranz und Vizepräsident Karl Vogt sprachen.",
            "Karl Vogt",
            "Landtag Baden-Württemberg",
            "Vizepräsident",
        ),
    ],
)
def test_who_holds_what(read, names, text: str, person: str, body: str, role: str) -> None:
    extraction = read(text)
    known = names(extraction)
    found = {(known[r.subject], known[r.object], r.role) for r in extraction.relations if r.type == "affiliation"}
    assert (person, body, role) in found


def test_an_office_told_by_a_verb_is_held_from_when_its_clause_says(read) -> None:
    text = "Ken Mori, der Peru seit Februar 2021 als Botschafter in Berlin vertritt, kam am 1. August 2023."
    office = next(one for one in read(text).relations if one.type == "affiliation")
    assert (office.from_, office.until) == ("2021-02", None)


def test_a_former_office_has_ended(read) -> None:
    (relation,) = read("Der frühere Ministerpräsident Karl Vogt kam.").relations
    assert relation.status == "ended"


def test_several_holders_with_their_bodies_in_brackets(read, told) -> None:
    text = "Es unterschrieben die Oberbürgermeister Karl Vogt (Mannheim) und Zhang Wei (Qingdao)."
    assert {("affiliation", "Karl Vogt", "Mannheim"), ("affiliation", "Zhang Wei", "Qingdao")} <= told(read(text))


def test_delegates_belong_to_their_parliament_and_not_to_the_party_in_brackets(read, told) -> None:
    found = told(read("Es reisten die Abgeordneten Karl Vogt (CDU), Eva Kranz (SPD) und Lars Maier (GRÜNE)."))
    parliament = "Landtag Baden-Württemberg"
    assert found == {("affiliation", name, parliament) for name in ("Karl Vogt", "Eva Kranz", "Lars Maier")}


def test_ministers_of_several_sides_in_one_list_have_each_their_own(read, told) -> None:
    found = told(read("In Armenien sprachen die Ministerinnen Martina Vogt und Hasmik Poghosyan."))
    assert {
        ("affiliation", "Martina Vogt", "Baden-Württemberg"),
        ("affiliation", "Hasmik Poghosyan", "Armenien"),
    } <= found


def test_a_guest_of_an_office_is_no_name(read) -> None:
    assert all(
        entity.name != "Gast" for entity in read("Der Landtagspräsident war in Sopot Gast eines Konzerts.").entities
    )


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


def test_a_council_of_a_district_publishes_for_the_district(read, told) -> None:
    extraction = read("Landrätin Eva Kranz lud ein.", region="Brandenburg", publisher="Landkreis Barnim")
    assert ("affiliation", "Eva Kranz", "Landkreis Barnim") in told(extraction)


def test_a_pair_of_both_sides_does_not_share_a_body(read, told) -> None:
    text = "In Warschau sprachen Ministerin Jutta Feld und Vizemarschall Jakub Nowak aus Masowien."
    assert ("affiliation", "Jakub Nowak", "Masowien") in told(read(text))
    assert ("affiliation", "Jutta Feld", "Baden-Württemberg") in told(read(text))


def test_a_diplomat_without_a_country_serves_that_of_the_one_told_before(read, told) -> None:
    text = "Botschafter Jānis Ozols aus Lettland war in Polen. Ihn begleitete Honorarkonsul Peter Maier."
    assert {("affiliation", "Jānis Ozols", "Lettland"), ("affiliation", "Peter Maier", "Lettland")} <= told(read(text))


def test_a_president_of_government_is_a_body_s_in_germany_and_the_canton_s_in_switzerland(read, told) -> None:
    text = "Regierungspräsident Lukas Maier reiste nach Japan."
    assert ("affiliation", "Lukas Maier", "Thurgau") in told(read(text, region="Kanton Thurgau"))
    assert not [triple for triple in told(read(text)) if triple[0] == "affiliation"]


def test_an_unknown_first_name_is_foreign(read, told) -> None:
    text = "In Singapur empfing ihn Verkehrsminister Lim Teck Hock."
    assert ("affiliation", "Lim Teck Hock", "Singapur") in told(read(text))
