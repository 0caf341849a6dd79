"""Why a text states no relation, or not the one expected, as far as reading sees it."""

from collections.abc import Hashable, Iterator, Sequence

from relgraph.explaining.explanation import Step
from relgraph.explaining.fillers import is_linked
from relgraph.explaining.obstacles import Stopped, Unfilled, stopped_rules
from relgraph.explaining.readings import read_feature, value_label
from relgraph.explaining.reckoning import end_names
from relgraph.explaining.refusal import (
    Announced,
    DateSeen,
    Diagnosis,
    PhraseSeen,
    Read,
    Recognised,
    Refusal,
    Refused,
    Stop,
    TopicSeen,
)
from relgraph.explaining.remedies import remedies
from relgraph.explaining.rereading import Weighed, weigh
from relgraph.explaining.words import quoted, say, type_label
from relgraph.extraction.candidates import Frame
from relgraph.extraction.pipeline import frames, is_domestic, recognise, specific
from relgraph.extraction.relations import from_holding, identity
from relgraph.extraction.rules import Role
from relgraph.extraction.scorer import LEAST, scorer
from relgraph.extraction.signals import signals
from relgraph.extraction.timeline import Timeline
from relgraph.model import Relation, Release
from relgraph.names.topics import topic_index
from relgraph.vocabulary import EntityType, RelationType

_CLOSEST = 3
_AGAINST = 4
_CHECKS = ("pair", "topic", "unfilled", "negated", "veto", "active", "passive", "needs")


def why_not(release: Release, expected: RelationType | None = None, language: str = "de") -> Refusal:
    """Diagnose each sentence of a text, for one type of relation or for all that are announced."""
    draft, holdings = recognise(release)
    timeline = Timeline(draft.text, draft.sentences, release.date)
    offices = [from_holding(draft, holding, timeline) for holding in specific(holdings)]
    domestic = is_domestic(draft)
    found = []
    for frame in frames(draft, holdings):
        weighed = [one for one in weigh(frame, draft, timeline) if expected in (None, one.candidate.type)]
        stopped = stopped_rules(frame.scene, frame.memory, {claim.rule.id for claim in frame.claims})
        near = [one for one in stopped if expected in (None, one.rule.type)]
        told = [one for one in offices if one.evidence.start == frame.scene.sentence.start]
        told = [one for one in told if expected in (None, one.type)]
        found.append(_Sentence(frame, timeline, weighed, near, told, language).diagnosis(expected, domestic=domestic))
    return Refusal(expected=expected, region=release.region, domestic=domestic, threshold=LEAST, sentences=tuple(found))


class _Sentence:
    """One sentence with all that was looked at in it."""

    def __init__(
        self,
        frame: Frame,
        timeline: Timeline,
        weighed: Sequence[Weighed],
        stopped: Sequence[Stopped],
        offices: Sequence[Relation],
        language: str,
    ) -> None:
        self._frame, self._timeline, self._language = frame, timeline, language
        self._weighed, self._stopped, self._offices = weighed, stopped, offices
        self._draft = frame.scene.draft
        self._sentence = frame.scene.sentence

    def diagnosis(self, expected: RelationType | None, *, domestic: bool) -> Diagnosis:
        """Everything that is said of the sentence."""
        phrases, announced = tuple(self._phrases()), tuple(self._announced(expected))
        read = tuple(self._read(domestic=domestic))
        refused, stops = tuple(self._refused(domestic=domestic)), tuple(self._stops())
        advice = remedies(phrases, announced, read, stops, refused, expected, self._language, domestic=domestic)
        return Diagnosis(
            sentence=self._sentence.text,
            recognised=tuple(self._recognised()),
            phrases=phrases,
            topics=tuple(self._topics()),
            dates=tuple(self._dates()),
            announced=announced,
            read=read,
            stops=stops,
            refused=refused,
            changes=tuple(advice),
        )

    def _name(self, id_: str) -> str:
        return self._draft.entities[id_].name

    def _recognised(self) -> Iterator[Recognised]:
        words: dict[str, list[str]] = {}
        for span in self._draft.within(self._sentence.start, self._sentence.end):
            words.setdefault(span.id, []).append(self._draft.text[span.start : span.end])
        for id_, said in words.items():
            entity = self._draft.entities[id_]
            unique = tuple(dict.fromkeys(said))
            yield Recognised(id=id_, name=entity.name, type=entity.type, words=unique, linked=is_linked(id_))

    def _phrases(self) -> Iterator[PhraseSeen]:
        for phrase in self._frame.scene.phrases:
            yield PhraseSeen(
                words=self._draft.text[phrase.start : phrase.end],
                governs=phrase.governs,
                text=value_label("governs", phrase.governs, self._language),
                names=tuple(self._name(id_) for id_ in phrase.ids),
            )

    def _topics(self) -> Iterator[TopicSeen]:
        for hit in self._frame.scene.topics:
            label = topic_index().label(hit.topic, self._language)
            yield TopicSeen(words=self._draft.text[hit.start : hit.end], topic=hit.topic, label=label)

    def _dates(self) -> Iterator[DateSeen]:
        for when in self._timeline.dates(self._sentence):
            yield DateSeen(words=self._sentence.text[when.start : when.end], value=when.first)

    def _announced(self, expected: RelationType | None) -> Iterator[Announced]:
        """Types by the words that announce them; of offices that is their grammar, not a word."""
        found: dict[RelationType, dict[str, str]] = {}
        for token in self._frame.tokens:
            for kind, family in signals().of(token.text):
                found.setdefault(kind, {}).setdefault(token.text, family)
        cues = [(claim.rule.type, self._sentence.text[slice(*claim.cue)]) for claim in self._frame.claims]
        for kind, cue in [*cues, *((one.rule.type, one.cue) for one in self._stopped)]:
            found.setdefault(kind, {}).setdefault(cue, "")
        for kind, words in found.items():
            if expected in (None, kind):
                families = tuple(dict.fromkeys(filter(None, words.values())))
                yield Announced(type=kind, words=tuple(words), families=families)

    def _read(self, *, domestic: bool) -> Iterator[Read]:
        told = [one.relation for one in self._weighed if one.relation and not domestic]
        best: dict[Hashable, Relation] = {}
        for relation in (*self._offices, *told):
            known = best.setdefault(identity(relation), relation)
            best[identity(relation)] = max(known, relation, key=lambda one: one.confidence)
        for relation in best.values():
            yield Read(
                type=relation.type,
                subject=self._name(relation.subject),
                object=self._name(relation.object) if relation.object else None,
                probability=relation.confidence,
                rule=relation.rule,
            )

    def _refused(self, *, domestic: bool) -> Iterator[Refused]:
        """The likeliest of each type that are not read, one for each pair; of a domestic text that is all."""
        likely: dict[tuple[RelationType, frozenset[str | None]], Weighed] = {}
        read = {(one.candidate.type, frozenset(one.pair)) for one in self._weighed if one.relation and not domestic}
        for one in sorted(self._weighed, key=lambda one: -one.probability):
            key = (one.candidate.type, frozenset(one.pair))
            if key not in read:
                likely.setdefault(key, one)
        counted: dict[RelationType, int] = {}
        for one in likely.values():
            kind = one.candidate.type
            counted[kind] = counted.get(kind, 0) + 1
            if counted[kind] <= _CLOSEST:
                yield self._refusal(one)

    def _refusal(self, one: Weighed) -> Refused:
        subject, other = one.pair
        against = [share for share in scorer().shares(one.features) if share[1] < 0 and share[0] != "bias"]
        names = end_names(one, self._draft)
        steps: dict[str, Step] = {}  # what holds for all types and for this one is one step to a reader
        for feature, weight in against:
            reading = read_feature(feature, names, self._language)
            text = self._about(reading.group, reading.text, names) if reading else feature
            known = steps.get(text)
            weight = round(weight + (known.weight if known else 0.0), 3)
            steps[text] = Step(feature=known.feature if known else feature, weight=weight, text=text)
        weightiest = sorted(steps.values(), key=lambda step: step.weight)[:_AGAINST]
        return Refused(
            type=one.candidate.type,
            subject=self._name(subject),
            object=self._name(other) if other else None,
            probability=round(one.probability, 3),
            denied=one.denied,
            against=tuple(weightiest),
        )

    def _about(self, group: str, text: str, names: dict[str, str]) -> str:
        """A step with whom it speaks of, since it stands alone here."""
        who = {"subject": names["s"], "object": names["o"], "cue": quoted(names["cue"], self._language)}.get(group)
        return f"{who}: {text}" if who else text

    def _stops(self) -> Iterator[Stop]:
        """Rules that came close, the closest of each type first."""
        counted: dict[RelationType, int] = {}
        for one in sorted(self._stopped, key=self._nearness):
            counted[one.rule.type] = counted.get(one.rule.type, 0) + 1
            if counted[one.rule.type] <= _CLOSEST:
                yield self._stop(one)

    def _nearness(self, one: Stopped) -> tuple[int, int]:
        """How far a rule got: the later the check that stopped it and the fewer ends are open, the nearer."""
        return _CHECKS.index(one.check), len(one.unfilled)

    def _stop(self, one: Stopped) -> Stop:
        tried = [text for unfilled in one.unfilled for text in self._tried(unfilled)]
        return Stop(
            rule=one.rule.id,
            type=one.rule.type,
            cue=one.cue,
            check=one.check,
            text=say(self._language, "checks", one.check, word=one.word),
            wanted=tuple(self._wanted(unfilled) for unfilled in one.unfilled),
            tried=tuple(tried),
        )

    def _wanted(self, unfilled: Unfilled) -> str:
        wanted = wanted_text(unfilled.role, self._language)
        return say(self._language, "wanted", unfilled.end, wanted=wanted)

    def _tried(self, unfilled: Unfilled) -> Iterator[str]:
        for tried in unfilled.tried:
            if tried.check is None:
                continue
            words = self._draft.text[tried.phrase.start : tried.phrase.end]
            kinds = dict.fromkeys(self._draft.entities[id_].type for id_ in tried.phrase.ids)
            yield say(
                self._language,
                "phrase_checks",
                tried.check,
                words=words,
                governs=value_label("governs", tried.phrase.governs, self._language),
                types=", ".join(type_label(kind, self._language) for kind in kinds),
                near=unfilled.role.near,
            )


def wanted_text(role: Role, language: str) -> str:
    """What a role wants, in words: types and what governs them.

    >>> role = Role.model_validate({"types": ["Country"], "as": ["nach"]})
    >>> wanted_text(role, "de")
    'Staat, hinter „nach“'
    """
    sets = [say(language, "sets", name) if name not in list(EntityType) else "" for name in role.types]
    kinds = [label or type_label(EntityType(name), language) for name, label in zip(role.types, sets, strict=True)]
    cases = {"wer": "nom", "wen": "acc", "wem": "dat", "wessen": "gen"}
    governed = [value_label("governs", cases.get(name, name), language) for name in role.governed]
    either = say(language, "labels", "or")
    return f" {either} ".join(kinds) + (", " + f" {either} ".join(governed) if governed else "")
