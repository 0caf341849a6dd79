from relgraph.evaluation.split import closed_ids
from relgraph.evaluation.training import examples, train, training_set
from relgraph.extraction.scorer import Scorer
from relgraph.resources import folder


def some(count):
    return [pair for pair in training_set() if pair[1].release][:count]


def test_closed_releases_take_no_part():
    assert closed_ids().isdisjoint(release.id for release, _ in training_set())


def test_the_same_releases_give_the_same_weights():
    found = [example for release, gold in some(8) for example in examples(release, gold)]
    assert train(found) == train(found)


def test_what_was_learned_tells_right_from_wrong():
    found = [example for release, gold in some(24) for example in examples(release, gold)]
    learned = Scorer(train(found))
    right = [learned.probability(one.features) for one in found if one.right]
    wrong = [learned.probability(one.features) for one in found if not one.right]
    assert sum(right) / len(right) > 2 * sum(wrong) / len(wrong)


def test_an_example_is_right_where_the_annotation_says_so():
    release, gold = next(pair for pair in some(40) if any(one.type == "partnership" for one in pair[1].relations))
    assert any(one.right for one in examples(release, gold))


def test_practice_releases_are_no_part_of_the_corpus():
    practice = {path.stem for path in (folder("data") / "practice").glob("*.yml")}
    assert practice.isdisjoint(path.stem for path in (folder("data") / "releases").rglob("*.md"))


def test_the_command_writes_weights(run, tmp_path):
    practice = tmp_path / "practice"
    practice.mkdir()
    for path in sorted((folder("data") / "practice").glob("*.yml"))[:3]:
        (practice / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("train", "--practice", practice, "-o", tmp_path / "weights.tsv")
    assert done.status == 0
    assert "candidates" in done.err
    assert (tmp_path / "weights.tsv").read_text(encoding="utf-8").count("\t") > 100


def test_a_practice_release_without_text_is_named(run, tmp_path):
    (tmp_path / "x.yml").write_text("id: x\nsha256: '0'\nentities: []\nrelations: []\n", encoding="utf-8")
    done = run("train", "--practice", tmp_path, "-o", "-")
    assert done.status == 1
    assert "brings its text" in done.err
