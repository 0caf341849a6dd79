"""Trains the scorer from annotated releases: which candidates are relations, and what speaks for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from relgraph.errors import DataError
from relgraph.evaluation.gold import Gold, GoldRelation, read_gold
from relgraph.evaluation.matching import match_entities
from relgraph.evaluation.split import Part, holds
from relgraph.extraction.candidates import Candidate, Frame, candidates
from relgraph.extraction.features import Features
from relgraph.extraction.home import is_abroad
from relgraph.extraction.pipeline import frames, named, recognise
from relgraph.extraction.scorer import BIAS
from relgraph.extraction.topics import topic_features
from relgraph.model import Release
from relgraph.releases.reader import Reading, open_releases
from relgraph.resources import folder

_SELDOM = 5
"""A feature seen less often weighs nothing: by cross-validation a third of the weights are as good as all."""
_ELSEWHERE = 0.6
_INVERSE_PENALTY = 0.1
_LEAST_WEIGHT = 0.02


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate or a topic of one by its features; whether the release states it, and how much that counts."""

    features: tuple[str, ...]
    right: bool
    weight: float


def examples(release: Release, gold: Gold) -> Iterator[Example]:
    """All candidates of a release, held against its annotation.

    A relation that is annotated with another sentence is right too, and counts less: its own sentence says it best.
    """
    draft, holdings = recognise(release)
    if not any(is_abroad(draft, entity) for entity in tuple(draft.entities.values())):
        return
    names = match_entities(gold.entities, named(draft))
    for frame in frames(draft, holdings):
        features = Features(frame)
        for candidate in candidates(frame):
            right, weight = _judged(candidate, frame, gold.relations, names)
            yield Example(tuple(features.of(candidate)), right, weight)
            if right:
                wanted = {
                    topic for one in gold.relations if _states(one, candidate, frame, names) for topic in one.topics
                }
                for topic, speaking in topic_features(frame, candidate):
                    yield Example(tuple(speaking), topic in wanted, weight)


def _judged(
    candidate: Candidate, frame: Frame, gold: Sequence[GoldRelation], names: dict[str, str]
) -> tuple[bool, float]:
    stated = [one for one in gold if _states(one, candidate, frame, names)]
    if not stated:
        return False, 1.0
    sentence = frame.scene.sentence
    here = any(one.evidence in sentence.text or sentence.text in one.evidence for one in stated)
    return True, 1.0 if here else _ELSEWHERE


def _states(gold: GoldRelation, candidate: Candidate, frame: Frame, names: dict[str, str]) -> bool:
    if gold.type != candidate.type or (gold.object is None) != (candidate.object is None):
        return False
    subject = names.get(candidate.subject.id)
    if candidate.object is None:
        return gold.subject == subject and any(hit.topic in gold.topics for hit in frame.scene.topics)
    ends = (subject, names.get(candidate.object.id))
    return ends == (gold.subject, gold.object) or (gold.type.symmetric and ends[::-1] == (gold.subject, gold.object))


def training_set(practice: Path | None = None) -> Iterator[tuple[Release, Gold]]:
    """The open annotated releases, and the practice releases; closed ones take no part.

    Raises:
        DataError: an annotation is not what its format says, or a practice release brings no text.
    """
    annotated = read_gold(folder("data") / "gold")
    for item in open_releases([folder("data") / "releases"]):
        if isinstance(item, Reading) and item.release.id in annotated and holds(Part.OPEN, item.release.id):
            yield item.release, annotated[item.release.id]
    place = practice or folder("data") / "practice"
    for gold in read_gold(place).values():
        if gold.release is None:
            raise DataError(place, f"{gold.id}: a practice release brings its text")
        yield gold.release, gold


def train(found: Iterable[Example]) -> dict[str, float]:
    """Weights of features by logistic regression with a quadratic penalty, the same for the same examples.

    Raises:
        DataError: scikit-learn is not installed, or there is nothing to learn from.
    """
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise DataError("scorer.tsv", "training needs scikit-learn: pip install 'relgraph[train]'") from error

    found = list(found)
    if len({example.right for example in found}) < 2:
        raise DataError("practice", "nothing to learn from: no candidate is right, or none is wrong")
    seen = Counter(chain.from_iterable(example.features for example in found))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        {name: 1.0 for name in example.features if seen[name] >= _SELDOM} for example in found
    )
    # liblinear takes 32-bit indices alone
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=_INVERSE_PENALTY, solver="liblinear", max_iter=1000, tol=1e-6)
    model.fit(matrix, [example.right for example in found], [example.weight for example in found])
    weights = dict(zip(vectorizer.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {BIAS: float(model.intercept_[0])} | {
        name: weight for name, weight in weights.items() if abs(weight) >= _LEAST_WEIGHT
    }
