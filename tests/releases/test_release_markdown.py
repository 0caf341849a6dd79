from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import ReleaseError
from relgraph.model import Release
from relgraph.releases.markdown import read_markdown, write_markdown
from relgraph.releases.text import normalise

PATH = Path("meldung.md")
LINE = st.text(min_size=1, max_size=60).map(lambda text: " ".join(normalise(text).split())).filter(bool)


@given(
    title=LINE,
    publisher=st.none() | LINE,
    region=st.none() | LINE,
    date=st.sampled_from([None, "1999", "2024-02", "2024-02-29"]),
)
def test_front_matter_round_trips(title, publisher, region, date):
    release = Release(
        id="ll-2024-x",
        title=title,
        publisher=publisher,
        region=region,
        date=date,
        url="https://a.example/x?y=1",
        text="Das Land reist.",
    )
    draft = read_markdown(write_markdown(release), PATH)
    for field in ("id", "title", "publisher", "region", "date", "language", "url"):
        assert getattr(draft, field) == getattr(release, field)
    assert draft.lines == ("Das Land reist.",)


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("id: a", "never closed"),
        ("id: a\ntitle: Gipfel: Neues\n---", "line 3: "),
        ("id: a\ntitel: x\n---", "line 3: unknown key 'titel'; known are id, url"),
        ("title: [a]\n---", "line 2: title has to be text"),
        ("title: true\n---", "line 2: title has to be text"),
        ("date: 2023-02-31\n---", "line 2: date '2023-02-31' is not a date"),
        ("url: javascript:alert(1)\n---", "line 2: url .* is not an http address"),
        ("id: A b\n---", "line 2: id 'A b' is not lower-case"),
        ("id: a\nid: b\n---", "key 'id' stands twice"),
        ("- a\n---", "not keys and values"),
        ("title: " + "[" * 500 + "]" * 500 + "\n---", "nested too deeply"),
        ("title: !!python/name:os.system\n---", "line 2: could not determine a constructor"),
        ("title: \x01\n---", "control characters"),
    ],
)
def test_broken_front_matter_is_told_in_one_line(front, why):
    with pytest.raises(ReleaseError, match=rf"^meldung\.md: front matter: .*{why}") as error:
        read_markdown(f"---\n{front}\nText", PATH)
    assert "\n" not in str(error.value)


def test_the_first_heading_is_the_title_where_front_matter_has_none():
    draft = read_markdown("---\nregion: Lindenland\n---\n# Neuer Rahmen\n\nText.\n\n## Ausblick ##\n\nMehr.", PATH)
    assert draft.title == "Neuer Rahmen"
    assert draft.lines == ("Neuer Rahmen", "Text.", "Ausblick", "Mehr.")


def test_markdown_leaves_its_words():
    body = (
        "**Fett** und *kursiv*, [Link](https://a.example/b), Bürger*innen und 2 * 3 * 4.<!-- Notiz -->\n\n"
        "![Bild](x.png)\n\n> Zitat"
    )
    assert read_markdown(body, PATH).lines == ("Fett und kursiv, Link, Bürger*innen und 2 * 3 * 4.", "Zitat")


def test_empty_front_matter_and_empty_values_say_nothing():
    assert read_markdown("---\n---\nText", PATH).title is None
    assert read_markdown("---\npublisher:\n---\nText", PATH).publisher is None
