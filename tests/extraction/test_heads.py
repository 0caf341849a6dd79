import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("an der Universität Kyoto", "Universität Kyoto", "ResearchInstitution"),
        ("mit dem chilenischen Energieministerium", "Chilenisches Energieministerium", "GovernmentBody"),
        ("der Deutschen Forschungsgemeinschaft", "Deutsche Forschungsgemeinschaft", "CivilSocietyOrganisation"),
        ("vom Mercator Institut für Weltkunde", "Mercator Institut für Weltkunde", "ResearchInstitution"),
        ("der Handwerkskammer Koblenz", "Handwerkskammer Koblenz", "BusinessOrganisation"),
        ("die Gemeinsame Erklärung", "Gemeinsame Erklärung", "Document"),
        ("das Projekt „Brücken bauen“", "Brücken bauen", "Document"),
        ("auf dem Global Climate Action Summit", "Global Climate Action Summit", "Event"),
        (
            "der Gifu Academy of Forest Science and Culture",
            "Gifu Academy of Forest Science and Culture",
            "ResearchInstitution",
        ),
        ("der Verein „Mut und Hilfe“ e. V.", "Mut und Hilfe", "CivilSocietyOrganisation"),
        ("die „Asienstrategie Südwest“", "Asienstrategie Südwest", "Document"),
        ("mit der Industrie- und Handelskammer Ulm", "Industrie- und Handelskammer Ulm", "BusinessOrganisation"),
        ("der Handwerkskammer (HWK) Ulm", "Handwerkskammer (HWK) Ulm", "BusinessOrganisation"),
        ("in der Universidad Estatal de Cuenca", "Universidad Estatal de Cuenca", "ResearchInstitution"),
        ("im Museum der Kulturen", "Museum der Kulturen", "CivilSocietyOrganisation"),
        ("im Krankenhaus St. Josef", "Krankenhaus St. Josef", "CivilSocietyOrganisation"),
        ("die Stiftung Natur und Heimat", "Stiftung Natur und Heimat", "CivilSocietyOrganisation"),
        ("die Hochschule für Musik des Saarlandes", "Hochschule für Musik des Saarlandes", "ResearchInstitution"),
        ("das Technische Kolleg „Ada Lovelace“", "Technisches Kolleg Ada Lovelace", "CivilSocietyOrganisation"),
        ("auf der Messe Fenstertec", "Fenstertec", "Event"),
        ("mit der Messe Erfurt", "Messe Erfurt", "Company"),
        ("die 12. Jahrestagung der Oberrheinkonferenz", "12. Jahrestagung der Oberrheinkonferenz", "Event"),
        ("der Russlandtag", "Russlandtag", "Event"),
        ("die Strategie „Berlin International 2035“", "Berlin International 2035", "Document"),
        ("zur Messe „Ecobuild China“", "Ecobuild China", "Event"),
        ("das Netzwerk ICLEI", "ICLEI", "InternationalOrganisation"),
        (
            "vom Partnerschaftsverein Leipzig–Addis Abeba",
            "Partnerschaftsverein Leipzig–Addis Abeba",
            "CivilSocietyOrganisation",
        ),
        ("der Mannheimer Gemeinderat", "Gemeinderat Mannheim", "GovernmentBody"),
        ("die Bremer Philharmoniker", "Bremer Philharmoniker", "CivilSocietyOrganisation"),
        ("die Französischen Wochen", "Französische Wochen", "Event"),
        ("im Werk des Samsung-Konzerns", "Samsung", "Company"),
        ("die Parlamentariergruppe NRW–Korea", "Parlamentariergruppe NRW–Korea", "GovernmentBody"),
        ("die äthiopisch-orthodoxe Kirche", "Äthiopisch-orthodoxe Kirche", "CivilSocietyOrganisation"),
        ("auf dem Northern Water Forum", "Northern Water Forum", "Event"),
        ("bei den Firmen Adler+Söhne in Ulm und Noptima in Mainz", "Noptima", "Company"),
        ("bei den Firmen Adler+Söhne in Ulm und Noptima in Mainz", "Adler+Söhne", "Company"),
        ("vom Verein Köln–Lima", "Verein Köln–Lima", "CivilSocietyOrganisation"),
        ("in der Stuttgarter L-Bank", "L-Bank", "Company"),
        ("mit der Israelitischen Kultusgemeinde Wien", "Israelitische Kultusgemeinde Wien", "CivilSocietyOrganisation"),
        ("vom Musikverein Harmonie", "Musikverein Harmonie", "CivilSocietyOrganisation"),
        ("beim VfL Wolfsburg", "VfL Wolfsburg", "CivilSocietyOrganisation"),
        ("an der TH Köln", "TH Köln", "ResearchInstitution"),
        ("mit dem Fraunhofer IAO", "Fraunhofer IAO", "ResearchInstitution"),
        ("an der London School of Economics", "London School of Economics", "ResearchInstitution"),
        ("mit Tirol Tourismus", "Tirol Tourismus", "BusinessOrganisation"),
        (
            "vom Verband der Schwäbischen Metallindustrie",
            "Verband der Schwäbischen Metallindustrie",
            "BusinessOrganisation",
        ),
        ("im Haus der Kulturen", "Haus der Kulturen", "CivilSocietyOrganisation"),
        ("mit der Tata-Gruppe", "Tata-Gruppe", "Company"),
        (
            "mit der Landesvereinigung Kulturelle Jugendbildung",
            "Landesvereinigung Kulturelle Jugendbildung",
            "CivilSocietyOrganisation",
        ),
        ("für die SPD-Fraktion Petra Weiss", "SPD-Fraktion", "GovernmentBody"),
        ("zur Baltic Summer Academy", "Baltic Summer Academy", "Event"),
        (
            "bei der Delegation der Deutschen Wirtschaft in Shanghai",
            "Delegation der Deutschen Wirtschaft in Shanghai",
            "BusinessOrganisation",
        ),
    ],
)
def test_a_head_makes_a_name(read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in {
        (entity.name, entity.type.value) for entity in read(f"Heute ging es {text} voran.").entities
    }


@pytest.mark.parametrize(
    "text",
    [
        "Eine Universität liegt dort.",
        "Auf der Pressekonferenz sprach er.",
        "Neue Hochschule eröffnet.",
        "Acht Lehrverträge sind unterschrieben.",
        "Gemeinsame Strategien sind gefragt.",
        "Hochschulen für Musik gibt es viele.",
        "Hersteller liefern Maschinen.",
        "Eine Tochterfirma von drei Partnern entstand.",
        "Zu ihrer 21. Sitzung kamen sie zusammen.",
    ],
)
def test_a_head_alone_names_nothing(read, text: str) -> None:
    assert read(text).entities == ()


def test_the_region_has_its_bodies(read, names) -> None:
    found = names(read("Der Landtag tagt, die Landesregierung und das Umweltministerium auch."))
    assert set(found.values()) == {
        "Landtag Baden-Württemberg",
        "Landesregierung Baden-Württemberg",
        "Umweltministerium Baden-Württemberg",
    }


def test_a_federal_ministry_is_no_ministry_of_the_region_nor_another_one(read, names) -> None:
    found = names(
        read("Das Bundesforschungsministerium hilft, das Bundesentwicklungsministerium und der Landtag auch.")
    )
    assert set(found.values()) == {
        "Bundesforschungsministerium",
        "Bundesentwicklungsministerium",
        "Landtag Baden-Württemberg",
    }


def test_a_plain_head_comes_back_to_the_full_name(read) -> None:
    (document,) = [
        e for e in read("Die Asien-Leitlinien kommen. Die Leitlinien gelten bald.").entities if e.type == "Document"
    ]
    assert [mention.text for mention in document.mentions] == ["Asien-Leitlinien", "Leitlinien"]


def test_an_abbreviation_comes_back_to_the_full_name(read) -> None:
    text = "Die Hochschule für Forstwirtschaft Rottenburg (HFR) lädt ein. Die HFR freut sich."
    (school,) = [entity for entity in read(text).entities if entity.type == "ResearchInstitution"]
    assert [mention.text for mention in school.mentions][-1] == "HFR"


def test_a_document_keeps_the_body_in_its_name(read, names) -> None:
    assert {"China-Strategie der Bundesregierung", "Bundesregierung"} <= set(
        names(read("Die China-Strategie der Bundesregierung liegt vor.")).values()
    )


def test_a_plural_names_all_that_follow(read, names) -> None:
    found = set(
        names(read("Die Universitäten Stuttgart und Tübingen und die Firmen Weber und Adler luden ein.")).values()
    )
    assert found == {"Universität Stuttgart", "Universität Tübingen", "Weber", "Adler"}


def test_a_senate_governs_in_three_cities_only(read, names) -> None:
    assert names(read("Der Senat hat das beschlossen.", region="Bremen")) != {}
    assert names(read("Der Senat hat das beschlossen.", region="Hessen")) == {}


def test_a_plain_agreement_comes_back_to_the_one_told_last(read) -> None:
    (document,) = read("Sie unterzeichneten eine Absichtserklärung. Das Abkommen gilt zehn Jahre.").entities
    assert [mention.text for mention in document.mentions] == ["Absichtserklärung", "Abkommen"]


@pytest.mark.parametrize(
    "text",
    [
        "Das Abkommen solle man „dringend überprüfen“.",
        "„Die Zahl der japanischen Unternehmen liegt bei 190“, sagte er.",
    ],
)
def test_words_of_a_speaker_are_no_name(read, text: str) -> None:
    assert not any(" " in mention.text for entity in read(text).entities for mention in entity.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er reiste nach Vietnam und besuchte die Nationalversammlung.", "Nationalversammlung Vietnam"),
        ("Aus Kleinpolen kamen Abgeordnete des Sejmiks.", "Sejmik Kleinpolen"),
        ("In Kiew sprach er im Verteidigungsministerium mit Soldaten.", "Verteidigungsministerium Ukraine"),
        ("Gäste aus Polen empfing sie in der Stuttgarter Staatskanzlei.", "Staatsministerium Baden-Württemberg"),
        ("Er besuchte in Polen die Abgeordneten des Landtages von Hessen.", "Hessischer Landtag"),
        ("In Polen sprach er im polnischen Senat.", "Senat Polen"),
        ("In Warschau sprach er im Senat Polens.", "Senat Polen"),
        ("Sie traf in Japan Mitglieder des Unterhauses.", "Unterhaus Japan"),
        ("Nach Polen reist der Petitionsausschuss.", "Petitionsausschuss Baden-Württemberg"),
        ("In Polen traf er das US-Handelsministerium.", "US-Handelsministerium"),
    ],
)
def test_a_body_is_whose_it_is(read, text: str, name: str) -> None:
    assert name in {entity.name for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Geld kommt aus dem EU-Programm Erasmus+.", {"Erasmus+"}),
        ("Sie planen ein Austauschprogramm für Künstler.", set()),
        ("Sie schlossen ein Abkommen über die Ausbildung.", {"Abkommen über die Ausbildung"}),
        ("Geld kommt aus dem Pakt für den ländlichen Raum.", {"Pakt für den ländlichen Raum"}),
        ("Es gilt der Warnplan Hinterwaldau.", set()),
        ("Es gilt der Alarmplan-Vertrag Hinterwaldau.", {"Alarmplan-Vertrag Hinterwaldau"}),
        ("Es gilt der Friedensvertrag von Hinterwaldau.", {"Friedensvertrag von Hinterwaldau"}),
    ],
)
def test_a_paper_is_named_and_not_only_told_of(read, text: str, papers: set[str]) -> None:
    assert {entity.name for entity in read(text).entities if entity.type == "Document"} == papers
