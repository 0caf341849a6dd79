import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind", "mention"),
    [
        ("Es kam die Innovationsberatung Eurowa AG aus Ulm.", "Eurowa", "Company", "Eurowa AG"),
        ("Sie besuchte die Meier & Vogt GmbH & Co. KG.", "Meier & Vogt", "Company", "Meier & Vogt GmbH & Co. KG"),
        ("Mit Fachleuten der Nordex SE sprach er.", "Nordex", "Company", "Nordex SE"),
        ("Sie besuchte Tecnofar S.p.A. in Turin.", "Tecnofar", "Company", "Tecnofar S.p.A."),
        (
            "Es half Lichtblick Kiew e. V. aus Ulm.",
            "Lichtblick Kiew",
            "CivilSocietyOrganisation",
            "Lichtblick Kiew e. V.",
        ),
    ],
)
def test_a_legal_form_makes_a_name(read, text: str, name: str, kind: str, mention: str) -> None:
    found = {(entity.name, entity.type.value): {one.text for one in entity.mentions} for entity in read(text).entities}
    assert mention in found.get((name, kind), set())


@pytest.mark.parametrize(
    "text", ["Die AG tagt.", "Eine GmbH wird gegründet.", "Das Umweltministerium gründet eine GmbH."]
)
def test_a_legal_form_alone_names_nothing(read, text: str) -> None:
    assert [entity for entity in read(text).entities if entity.type == "Company"] == []
