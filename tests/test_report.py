from relgraph.extraction.readers import Account, Unread
from relgraph.model import Entity, Evidence, Extraction, Relation, Release
from relgraph.report import report
from relgraph.vocabulary import EntityType, RelationType

TEXT = "Japan ist stark. Japan führt."


def extraction(release_id, sentences):
    release = Release(id=release_id, title="A", text=TEXT)
    japan = Entity(id="id:JP", type=EntityType.COUNTRY, name="Japan")
    relations = tuple(
        Relation(
            id=f"{release_id}-{number}", type=RelationType.STRENGTH, subject="id:JP", topics=("robotics",), rule="x",
            evidence=Evidence(text=TEXT[start:end], start=start, end=end),
        )
        for number, (start, end) in enumerate(sentences)
    )  # fmt: skip
    return Extraction(release=release, entities=(japan,), relations=relations)


def test_entities_and_sentences_count_once_relations_each_time():
    counted = report([extraction("a", [(0, 16), (0, 16), (17, 29)]), extraction("b", [(0, 16)])], [], {}, [])
    assert (counted.releases, counted.entities, counted.relations, counted.evidence) == (2, 1, 4, 3)
    assert counted.entities_by_type == {"Country": 1}
    assert counted.relations_by_type == {"strength": 4}
    assert counted.complete


def test_a_release_that_the_second_reader_missed_makes_a_build_incomplete():
    account = Account(model="m", rule="second-reader/m", cap=0.5, asked=1, said=1, dropped={"malformed": 1})
    assert report([extraction("a", [])], [], {}, [], account).complete
    missed = account.model_copy(update={"unread": (Unread(release="a", why="no answer"),)})
    done = report([extraction("a", [])], [], {}, [], missed)
    assert not done.complete
