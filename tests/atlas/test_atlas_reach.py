"""How much is said of where, in a real store of three releases of two regions."""

import pytest

from relgraph import iris
from relgraph.atlas.drawing import draw
from relgraph.atlas.frames import frame
from relgraph.atlas.reach import reach
from relgraph.build import build
from relgraph.errors import UnknownName
from relgraph.store.opening import open_store
from relgraph.vocabulary import EntityType

RELEASES = {
    "a.md": """---
id: bw-1
title: Partner
date: 2019-05-04
region: Baden-Württemberg
---

Baden-Württemberg und die Präfektur Gifu verbindet seit 1989 eine Partnerschaft.

Das Land arbeitet mit Singapur bei Wasserstoff eng zusammen.
""",
    "b.md": """---
id: bw-2
title: Reise
date: 2021-02-01
region: Baden-Württemberg
---

Das Land arbeitet mit Japan bei der Robotik zusammen.

Das Land arbeitet mit Bayern zusammen.
""",
    "c.md": """---
id: sn-1
title: Nachbarn
date: 2022-02-01
region: Sachsen
---

Sachsen arbeitet mit Polen zusammen.
""",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("atlas")
    (folder / "in").mkdir()
    for name, text in RELEASES.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    build([folder / "in"], folder / "out")
    with open_store(folder / "out" / "store") as opened:
        yield opened


def counts(found):
    return {place.name: (place.partnerships, place.sentences, place.releases) for place in found.places}


def test_a_country_counts_what_is_said_of_all_that_is_in_it(store):
    found = counts(reach(store))
    assert found["Japan"] == (1, 2, 2)
    assert found["Gifu"] == (1, 1, 1)
    assert found["Singapur"] == (0, 1, 1)


def test_nobody_is_a_partner_at_home(store):
    found = reach(store)
    assert "Deutschland" not in counts(found)
    assert found.homes == (iris.entity(EntityType.COUNTRY, "DE"),)


def test_an_actor_a_topic_a_type_and_dates_narrow(store):
    assert set(counts(reach(store, actor="Sachsen"))) == {"Polen"}
    assert set(counts(reach(store, topic="Robotik"))) == {"Japan"}
    assert set(counts(reach(store, type_="partnership"))) == {"Japan", "Gifu"}
    assert set(counts(reach(store, since="2021", until="2021-12"))) == {"Japan"}
    assert reach(store, since="2090").places == ()
    with pytest.raises(UnknownName):
        reach(store, actor="Nirgendwoland")


def test_small_states_have_a_mark_and_regions_a_circle(store):
    found = reach(store)
    world = draw(found, frame(""), circles=False)
    singapore = next(land for land in world.lands if land.code == "SG")
    assert singapore.mark is not None
    assert singapore.place.name == "Singapur"
    assert world.circles == ()
    asia = draw(found, frame("asia-pacific"), circles=True)
    assert [circle.place.name for circle in asia.circles] == ["Gifu"]
