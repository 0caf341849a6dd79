import pytest

from relgraph.releases.publishers import host_of, publisher_of, region_of_name, region_of_text


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Staatsministerium Baden-Württemberg", "Staatsministerium Baden-Württemberg"),
        ("Pressestelle der Staatskanzlei Nordrhein-Westfalen", "Staatskanzlei Nordrhein-Westfalen"),
        ("Pressestelle des Thüringer Landtags", "Thüringer Landtag"),
        ("Herausgeber: Bayerische Staatskanzlei", "Bayerische Staatskanzlei"),
        ("Presse- und Informationsamt des Landes Berlin", "Presse- und Informationsamt des Landes Berlin"),
        ("Universität Hochweiler", "Universität Hochweiler"),
        ("Landtag verabschiedet Resolution", None),
        ("Dr. Thea Brunnwald, Staatsministerium", None),
        ("Landesregierung", None),
        ("Besuch in Aokawa", None),
    ],
)
def test_a_line_names_a_publisher_or_none(line, publisher):
    assert publisher_of(line) == publisher


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Sächsisches Verbindungsbüro Breslau", "Sachsen"),
        ("Kultusministerium Sachsen-Anhalt", "Sachsen-Anhalt"),
        ("Niedersächsische Staatskanzlei", "Niedersachsen"),
        ("NRW.INVEST", "Nordrhein-Westfalen"),
        ("Stadt Hochweiler", None),
    ],
)
def test_a_publisher_speaks_for_a_region(name, region):
    assert region_of_name(name) == region


def test_the_longest_host_counts_and_its_end_has_to_be_a_whole_label():
    assert host_of("https://stm.baden-wuerttemberg.de/x").publisher == "Staatsministerium Baden-Württemberg"
    assert host_of("https://vm.baden-wuerttemberg.de/x").publisher is None
    assert host_of("https://falsch-bayern.de/x") is None
    assert host_of(None) is None


@pytest.mark.parametrize(
    "text", ["Hessen und Bayern. Bayern und Hessen.", "Nur einmal Hessen.", "Berlin, Berlin, Berlin!"]
)
def test_a_text_that_does_not_decide_gives_no_region(text):
    assert region_of_text(text) is None
