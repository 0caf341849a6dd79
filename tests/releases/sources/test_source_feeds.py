import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.feeds import Entry, is_feed, read_feed

URL = "https://presse.lindenland.example/feed/rss.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Pressemitteilungen | Staatskanzlei Lindenland</title><link>/</link>
<item><title>Land &amp; Präfektur: „Rahmen“ steht</title><link>/de/rahmen?a=1&amp;b=2#top</link>
  <pubDate>Thu, 14 Mar 2024 00:30:00 +0100</pubDate></item>
<item><title><![CDATA[<b>Robotik</b> &amp; mehr]]></title><link>https://presse.lindenland.example/de/robotik</link>
  <dc:date>2024-03-13T23:30:00Z</dc:date><dc:publisher>Ministerium für Europa</dc:publisher></item>
<item><title>Ohne Adresse</title></item>
<item><title>Doppelt</title><link>/de/robotik</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://stadt.example/">
<title>Aktuelles</title><author><name>Stadtverwaltung Hochweiler</name></author>
<entry><title type="html">Gäste aus &amp;lt;Chile&amp;gt;</title><link rel="self" href="/api/1"/>
  <link rel="alternate" href="presse/1"/><updated>2022-06-09T08:00:00+02:00</updated></entry></feed>"""
RDF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!-- RSS 1.0 -->
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Presse</title></channel>
<item rdf:about="https://alt.example/1"><title>Präfektur zu Gast</title><link>https://alt.example/1</link>
<dc:date>2004-05-06</dc:date></item></rdf:RDF>"""


def test_rss_gives_addresses_titles_days_and_publishers():
    assert read_feed(RSS.encode(), URL) == (
        Entry(
            "https://presse.lindenland.example/de/rahmen?a=1&b=2",
            "Land & Präfektur: „Rahmen“ steht",
            "2024-03-14",
            "Staatskanzlei Lindenland",
        ),
        Entry("https://presse.lindenland.example/de/robotik", "Robotik & mehr", "2024-03-14", "Ministerium für Europa"),
    )


def test_atom_and_rss_1_are_feeds_too():
    assert read_feed(ATOM.encode(), "https://stadt.example/feed") == (
        Entry("https://stadt.example/presse/1", "Gäste aus <Chile>", "2022-06-09", "Stadtverwaltung Hochweiler"),
    )
    assert read_feed(RDF.encode("latin-1"), "https://alt.example/rss") == (
        Entry("https://alt.example/1", "Präfektur zu Gast", "2004-05-06", None),
    )


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, "\ufeff\n" + RSS, '<!DOCTYPE rss PUBLIC "a" "b">' + RSS[38:]])
def test_a_feed_is_known_by_its_root(text):
    assert is_feed(text.encode())


@pytest.mark.parametrize(
    "text", ["", "<!DOCTYPE html><html><rss>", "<html>", "{}", "<rssx>", "Text <rss>", "<?xml " * 2000]
)
def test_what_is_no_feed(text):
    assert not is_feed(text.encode())


def test_a_damaged_feed_is_read_as_far_as_it_goes():
    entries = read_feed(RSS.replace("</channel></rss>", "<item><title>Offen & los").encode(), URL)
    assert [entry.date for entry in entries[:1]] == ["2024-03-14"]


@pytest.mark.parametrize("text", ["<rss><channel></channel></rss>", "<feed/>", "<rss <<<"])
def test_a_feed_that_lists_nothing_is_an_error(text):
    with pytest.raises(FetchError, match="a feed without releases"):
        read_feed(text.encode(), URL)


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "Land"}">' for n in range(12))
FILE = '<!ENTITY l11 SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("entities", [BOMB, FILE], ids=["bomb", "file"])
def test_a_feed_that_declares_entities_is_refused(entities):
    text = f"<!DOCTYPE rss [{entities}]><rss><channel><item><title>&l11;</title><link>/a</link></item></channel></rss>"
    with pytest.raises(FetchError, match="declares entities"):
        read_feed(text.encode(), URL)


@pytest.mark.parametrize("entities", [BOMB, FILE], ids=["bomb", "file"])
def test_entities_in_another_encoding_expand_to_nothing(entities):
    head = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE rss [{entities}]><rss><channel>'
    text = f"{head}<item><title>&l11;</title><link>/a</link></item></channel></rss>"
    try:
        entries = read_feed(text.encode("utf-16"), URL)
    except FetchError:
        return
    assert all(len(entry.title or "") < 100 and "root" not in (entry.title or "") for entry in entries)


def test_a_string_that_looks_like_a_path_is_not_opened():
    for text in ("/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/"):
        with pytest.raises(FetchError):
            read_feed(text.encode(), URL)


def test_deep_nesting_is_survived():
    text = "<rss><channel>" + "<item>" * 50_000 + "<link>/a</link>"
    assert read_feed(text.encode(), URL)[0].url == "https://presse.lindenland.example/a"


@pytest.mark.parametrize("row", [b"<?xml version='1.0'?>", b"<!--a-->", b"<!DOCTYPE a>", b"<?a?> <!--b-->\n"])
def test_a_row_of_declarations_is_read_once(row):
    """Else it would take longer than the sun shines."""
    assert not is_feed(row * 400 + b"<html>")
    assert is_feed(row * 100 + b"<rss version='2.0'>")


def test_a_feed_that_the_library_stumbles_over_is_damaged():
    body = (
        b"<rss version='2.0'><channel><title>P</title><item><title>R</title><link>https://example.org/a</+0</pubDate>"
    )
    body += b"\n</item><text/html//channel></ink>https://example.org/a</link></item></channel></rss>"
    with pytest.raises(FetchError, match=r"https://example\.org/: a damaged feed: 'links'"):
        read_feed(body, "https://example.org/")
