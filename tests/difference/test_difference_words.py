from relgraph import resources
from relgraph.difference.words import field_name, say, value_text


def test_every_word_is_there_in_both_languages_and_fits_its_values():
    words = resources.read_yaml(resources.folder("data") / "difference" / "words.yml")
    for group, entries in words.items():
        for key in entries:
            values = dict.fromkeys(("n", "came", "went", "changed", "name", "old", "new", "releases"), 1)
            assert say("de", group, key, **values)
            assert say("en", group, key, **values)


def test_values_are_told_by_name():
    def label(iri, language):
        return {"https://w3id.org/relgraph/id/country/JP": "Japan"}.get(iri)

    assert value_text("subject", "https://w3id.org/relgraph/id/country/JP", label, "de") == "Japan"
    assert value_text("status", "https://w3id.org/relgraph/ontology#active", label, "en") == "active"
    assert value_text("basis", "https://w3id.org/relgraph/ontology#reviewed", label, "de") == "geprüft"
    assert value_text("confidence", "0.5", label, "de") == "0,50"
    assert value_text("lastDate", "2025-12-02", label, "de") == "02.12.2025"
    assert value_text("code", "2025-12", label, "de") == "2025-12"
    assert field_name("reviewedOn", "en") == "reviewed on"
