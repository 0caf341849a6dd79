"""What pages of things tell, read out of a small graph made by hand."""

import pytest

from handmade import GERMANY, JAPAN, KANAGAWA, KONSTANZ, KYOTO, LAND, TANAKA, VOGT, extraction
from relgraph import iris
from relgraph.errors import QueryError
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import ID, EntityType
from relgraph.web.things.directory import entities_page, topics_page
from relgraph.web.things.entity import entity_page, list_page
from relgraph.web.things.kinds import Kind, find, kind_of
from relgraph.web.things.paging import page_number, paged
from relgraph.web.things.release import mentioned, release_page
from relgraph.web.things.single import relation_page, tie_page
from relgraph.web.things.topic import topic_page
from relgraph.web.things.triples import TIES, described

_CITY = f"{ID}city/1857910"  # the university of Kyoto lies there
TOLD = [
    ("partnership", LAND, KANAGAWA, "Baden-Württemberg und Kanagawa sind Partner.", {}),
    ("cooperation", LAND, JAPAN, "Das Land arbeitet mit Japan zusammen.", {"topics": ("robotics", "research")}),
    ("cooperation", KONSTANZ, KYOTO, "Die Universitäten Konstanz und Kyoto forschen.", {"status": "planned"}),
    ("visit", VOGT, JAPAN, "Karl Vogt besuchte Aiko Tanaka in Japan.", {}),
    ("meeting", VOGT, TANAKA, "Karl Vogt besuchte Aiko Tanaka in Japan.", {}),
    ("strength", JAPAN, None, "Japan führt bei der Robotik.", {"topics": ("robotics",)}),
]
EXTRACTIONS = [
    extraction("bw-1", "2019-05-01", "Staatsministerium", TOLD, known=(GERMANY,)),
    extraction("bw-2", "2021-02-03", "Staatsministerium", TOLD[:2], known=(GERMANY,)),
    extraction("bw-3", None, None, TOLD[5:], known=(GERMANY,)),
]


@pytest.fixture(scope="module")
def store():
    with memory_store([*nquads(EXTRACTIONS), *ontology_nquads()]) as made:
        yield made


def group(page, kind):
    return next(one for one in page.groups if one.type == kind)


def test_an_entity_has_its_ties_in_groups_with_counts(store):
    page = entity_page(store, JAPAN.id)
    assert [(one.type, one.ties, one.sentences, one.releases) for one in page.groups] == [
        ("cooperation", 1, 2, 2), ("visit", 1, 1, 1), ("strength", 1, 2, 2),
    ]  # fmt: skip
    assert (page.ties, page.others) == (3, 2)


def test_a_tie_is_listed_by_the_way_it_runs(store):
    (listed,) = group(entity_page(store, JAPAN.id), "visit").lists
    assert listed.key == "visit-in"
    (entry,) = listed.entries.shown
    assert entry.tie.other(JAPAN.id) == VOGT.id
    assert (entry.tie.sentences, entry.releases, entry.bases) == (1, 1, ("machine",))


def test_a_listed_tie_tells_topics_and_dates(store):
    (listed,) = group(entity_page(store, LAND.id), "cooperation").lists
    (entry,) = listed.entries.shown
    assert {topic.rpartition("/")[2] for topic in entry.topics} == {"robotics", "research"}
    assert (entry.first, entry.tie.last) == ("2019-05-01", "2021-02-03")


def test_an_entity_lies_in_others_and_others_in_it(store):
    assert entity_page(store, KYOTO.id).around == (JAPAN.id, _CITY)
    parts = entity_page(store, JAPAN.id).parts
    assert {kind: [part.iri for part in page.shown] for kind, page in parts.items()} == {
        "Region": [KANAGAWA.id], "City": [_CITY],
    }  # fmt: skip
    assert parts["Region"].shown[0].ties == 1


def test_releases_that_name_an_entity_are_counted_by_year(store):
    page = entity_page(store, JAPAN.id)
    assert [release.iri for release in page.releases.shown] == [iris.release(f"bw-{n}") for n in (2, 1, 3)]
    assert [(one.year, one.releases) for one in page.years] == [(2019, 1), (2020, 0), (2021, 1)]


def test_who_is_close_stands_by_sentences(store):
    assert entity_page(store, LAND.id).neighbours == ((JAPAN.id, 2), (KANAGAWA.id, 2))


def test_lists_stand_by_themselves(store):
    assert list_page(store, JAPAN.id, "visit-in", 1).entries.total == 1
    assert list_page(store, JAPAN.id, "Region", 1).parts.total == 1
    assert list_page(store, JAPAN.id, "releases", 1).releases.total == 3
    assert list_page(store, JAPAN.id, "visit-out", 1) is None
    assert list_page(store, JAPAN.id, "Person", 1) is None
    with pytest.raises(QueryError, match="pages 1 to 1"):
        list_page(store, JAPAN.id, "releases", 2)


def test_a_relation_stands_in_its_context_with_what_else_the_sentence_says(store):
    page = relation_page(store, iris.relation("bw-1", "visit", VOGT.id, JAPAN.id))
    assert page.before.endswith("Aiko Tanaka in Japan. ")
    assert page.after == " Japan führt bei der Robotik."
    assert page.rule == "visit/beispiel"
    assert [other.fact.type for other in page.others] == ["meeting"]
    assert [entry.tie.type for entry in page.ties] == ["visit"]


def test_a_tie_has_all_its_statements(store):
    tie = iris.tie("cooperation", JAPAN.id, LAND.id, "active")
    page = tie_page(store, tie, 1)
    assert [one.fact.told for one in page.statements.shown] == ["2021-02-03", "2019-05-01"]


def test_a_release_has_its_text_in_pieces_with_sentences_and_names(store):
    page = release_page(store, iris.release("bw-1"))

    def plain(parts):
        return "".join(part if isinstance(part, str) else plain(part.parts) for part in parts)

    text = EXTRACTIONS[0].release.text
    assert "".join(plain(stretch.parts) for stretch in page.stretches) == text
    assert [number for number, _, _ in page.numbered] == [1, 2, 3, 4, 5, 6]
    start = text.rindex("Karl Vogt")
    assert f"s-{start}-{start + len(TOLD[3][3])}" in page.anchors
    sentence = page.anchors.index(f"s-{start}-{start + len(TOLD[3][3])}")
    assert page.numbers_of(sentence) == [4, 5]
    assert JAPAN.id in page.mentions


def test_names_that_two_share_are_not_linked(store):
    one = release_page(store, iris.release("bw-1")).things[JAPAN.id]
    twin = type(one)("other", {"de": "Japan"}, "City")
    assert list(mentioned("In Japan.", [one, twin])) == []
    assert list(mentioned("Japanisch (Japan) a.b", [one, type(one)("x", {"de": "a.b"}, "City")])) == [
        (11, 16, JAPAN.id), (18, 21, "x"),
    ]  # fmt: skip


def test_a_topic_says_who_has_to_do_with_it(store):
    page = topic_page(store, iris.topic("robotics"))
    assert [one.type for one in page.groups] == ["cooperation", "strength"]
    assert group(page, "strength").lists[0].entries.shown[0].tie.subject == JAPAN.id
    assert [iri.rpartition("/")[2] for iri in page.above] == ["technology", "key-technologies"]
    assert page.definitions.keys() == {"de", "en"}
    assert page.releases.total == 3


def test_a_group_of_topics_has_narrower_ones(store):
    assert iris.topic("robotics") in topic_page(store, iris.topic("key-technologies")).below


def test_the_directory_has_every_entity_once(store):
    page = entities_page(store, None, 1, "de")
    assert page.counts == {"Country": 2, "Region": 2, "City": 1, "ResearchInstitution": 2, "Person": 2}
    people = entities_page(store, EntityType.PERSON, 1, "de").entities
    assert [(part.iri, part.ties) for part in people.shown] == [(TANAKA.id, 1), (VOGT.id, 2)]


def test_the_tree_of_topics_is_whole(store):
    def walk(branches):
        for branch in branches:
            yield branch
            yield from walk(branch.below)

    found = {branch.iri: branch.ties for branch in walk(topics_page(store, "de").branches)}
    assert found[iris.topic("robotics")] == 2
    topics = store.select("SELECT ?t WHERE { { ?t a rg:Topic } UNION { ?t a rg:TopicGroup } }").rows
    assert len(found) == len(topics)


@pytest.mark.parametrize(
    ("iri", "kind"),
    [
        (JAPAN.id, Kind.ENTITY), (iris.release("bw-1"), Kind.RELEASE), (iris.topic("research"), Kind.TOPIC),
        (iris.relation("bw-1", "visit", VOGT.id, JAPAN.id), Kind.RELATION),
        (iris.evidence("bw-1", 0, 44), Kind.EVIDENCE),
        (iris.tie("visit", VOGT.id, JAPAN.id, "active"), Kind.TIE), (ID + "country/XX", None), ("no iri", None),
    ],
)  # fmt: skip
def test_the_graph_says_what_a_thing_is(store, iri, kind):
    assert kind_of(store, iri) == kind


def test_a_path_is_found_with_and_without_suffix(store):
    assert find(store, ID, "country/JP").form is None
    assert find(store, ID, "country/JP.ttl").form.suffix == "ttl"
    assert find(store, ID, "country%2FJP.nt").iri == JAPAN.id
    assert find(store, ID, "country/JP.xyz") is None
    assert find(store, ID, "") is None


def test_an_entity_comes_with_its_ties_and_what_lies_in_it(store):
    lines = described(store, JAPAN.id, Kind.ENTITY, 1, "ttl").lines
    subjects = {line.split(" ")[0] for line in lines}
    ties = {
        f"<{row[0]}>"
        for row in store.select(
            f"SELECT ?t {{ {{ ?t rg:subject <{JAPAN.id}> }} UNION {{ ?t rg:object <{JAPAN.id}> }} }}"
        ).rows
    }
    assert subjects == {f"<{JAPAN.id}>", f"<{KANAGAWA.id}>", f"<{_CITY}>", *ties}


def test_a_release_comes_as_its_whole_graph(store):
    release = iris.release("bw-1")
    lines = described(store, release, Kind.RELEASE, 1, "ttl").lines
    # A tie names its releases too, in the default graph
    told = {line for line in nquads(EXTRACTIONS) if line.endswith(f"<{release}> .") and "#tieRelease>" not in line}
    assert set(lines) == {line.replace(f" <{release}> .", " .") for line in told}


def test_a_relation_comes_with_its_sentence(store):
    relation = iris.relation("bw-1", "visit", VOGT.id, JAPAN.id)
    told = "\n".join(described(store, relation, Kind.RELATION, 1, "ttl").lines)
    assert "Karl Vogt besuchte Aiko Tanaka in Japan." in told
    assert "ontology#sums" in told
    with pytest.raises(QueryError, match="pages 1 to 1"):
        described(store, relation, Kind.RELATION, 2, "ttl")


def test_many_ties_come_in_pages_that_lead_to_each_other():
    told = [("cooperation", LAND, JAPAN, f"Satz {number}.", {}) for number in range(TIES + 5)]
    many = []
    for number, (kind, one, other, text, fields) in enumerate(told):
        partner = other.model_copy(
            update={"id": f"{ID}organisation/p{number}", "type": "Company", "name": f"P {number}"}
        )
        many.append(
            extraction(f"bw-{number}", "2020-01-01", "X", [(kind, one, partner, text, fields)], known=(GERMANY,))
        )
    with memory_store(nquads(many)) as store:
        first, second = (described(store, LAND.id, Kind.ENTITY, page, "nt") for page in (1, 2))
    assert (first.more, second.more) == (True, False)
    assert f"<{LAND.id}> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <{LAND.id}.nt?page=2> ." in first.lines
    ties = [{line.split(" ")[0] for line in page.lines if "/tie/" in line.split(" ")[0]} for page in (first, second)]
    assert [len(found) for found in ties] == [TIES, 5]
    assert not ties[0] & ties[1]


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "²", "9" * 30])
def test_a_page_is_a_number(text):
    with pytest.raises(QueryError, match="page"):
        page_number(text)


def test_an_empty_list_has_one_page():
    assert (paged([], 1, 10).pages, paged([], 1, 10).cut) == (1, False)
