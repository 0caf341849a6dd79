"""The first two sections: what the brief rests on, and the ties in one paragraph of counted facts."""

from collections import Counter
from collections.abc import Callable, Iterator

from relgraph.brief.document import Block, Heading, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, Origin, newness
from relgraph.brief.material import Tie
from relgraph.brief.telling import Teller
from relgraph.vocabulary import Basis, RelationType, Status

_PUBLISHERS = 4


def coverage(teller: Teller) -> tuple[Block, ...]:
    """From how many releases, of whom, from when to when; how many statements rest on what."""
    material, speech = teller.material, teller.speech
    facts = material.telling
    origins = sorted({fact.origin.iri: fact.origin for fact in facts}.items())
    told = [origin for _, origin in origins]
    lines: list[Runs] = []
    if told:
        said = speech.say("from_releases", releases=speech.count("release", len(told)), span=_span(teller, told))
        lines.append((Run(said, strong=True), Run(f". {_publishers(teller, told)}. {_bases(teller, facts)}.")))
    mentioned = {origin.iri for origin in material.mentioning} - {origin.iri for origin in told}
    if mentioned:
        lines.append((Run(speech.say("only_mention", releases=speech.count("release", len(mentioned)))),))
    if not told:
        lines.insert(0, (Run(speech.say("nothing")),))
    return tuple(Paragraph(line) for line in lines)


def overview(teller: Teller) -> tuple[Block, ...]:
    """Ties by type, who is named most often on both sides, what reaches back furthest, what was told last."""
    material, speech = teller.material, teller.speech
    if not material.dealings:
        return ()
    ties, planned = material.ties(), material.planned
    sentences = [_kinds(teller, ties), _planned(teller, planned)]
    apart = {material.focus.iri}
    sentences.append(_named(teller, "overview_partners", [tie for tie in ties if tie.partner not in apart], _partner))
    if material.region:
        apart.add(material.region.iri)
    sentences.append(_named(teller, "overview_own", [tie for tie in ties if tie.own not in apart], _own))
    sentences += _ends_of_time(teller)
    runs = [run for sentence in sentences if sentence for run in (*sentence, Run(" "))]
    return Heading(speech.say("overview")), Paragraph(tuple(runs[:-1]))


def _span(teller: Teller, origins: list[Origin]) -> str:
    years = sorted(origin.date[:4] for origin in origins if origin.date)
    if not years:
        return ""
    key = "span" if years[0] != years[-1] else "span_one"
    return teller.speech.say(key, first=years[0], last=years[-1])


def _publishers(teller: Teller, origins: list[Origin]) -> str:
    """Who published them: all by name where they are few, else those of several releases, and how many others."""
    speech = teller.speech
    counts = Counter(origin.publisher or speech.say("no_publisher") for origin in origins)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if len(ranked) > _PUBLISHERS:
        ranked = [name for name in ranked if counts[name] > 1][:_PUBLISHERS]
    if not ranked:
        return speech.count("publisher_each", len(counts))
    shown = [f"{name} ({speech.number(counts[name])})" if len(origins) > 1 else name for name in ranked]
    if len(ranked) < len(counts):
        shown.append(speech.count("publisher_more", len(counts) - len(ranked)))
    return f"{speech.say('publishers')}: {', '.join(shown)}"


def _bases(teller: Teller, facts: tuple[Fact, ...]) -> str:
    """How many statements rest on what, as in `12 Aussagen: 8 kuratiert, 4 maschinell gelesen`."""
    speech, counts = teller.speech, Counter(fact.basis for fact in facts)
    stated, unsure = speech.count("statement", len(facts)), sum(fact.unsure for fact in facts)
    if len(counts) == 1 and not unsure and len(facts) > 1:
        return f"{stated}, {speech.say('all', basis=speech.basis(facts[0].basis))}"
    said = [f"{speech.number(counts[basis])} {speech.basis(basis)}" for basis in reversed(Basis) if counts[basis]]
    if unsure:
        said[-1] += f" ({speech.count('unsure', unsure)})"
    return f"{stated}: {', '.join(said)}"


def _kinds(teller: Teller, ties: list[Tie]) -> Runs:
    """How many ties of each type there are, each with a source."""
    speech, facts = teller.speech, [fact for tie in ties for fact in tie.facts]
    if not ties:
        return ()
    kinds = Counter(tie.type for tie in ties)
    begin = speech.say(
        "overview_most",
        relations=speech.count("relation", len(ties)),
        sentences=speech.count("sentence", len({fact.evidence for fact in facts})),
        releases=speech.count("release", len({fact.origin.iri for fact in facts})),
    )
    runs = [Run(begin)]
    order = sorted(kinds, key=lambda kind: (-kinds[kind], list(RelationType).index(kind)))
    shown = order[: teller.limits.kinds]
    rest = sum(kinds[kind] for kind in order[len(shown) :])
    for place, kind in enumerate(shown):
        best = next(tie for tie in ties if tie.type is kind)
        joint = "" if place == 0 else speech.say("and") if place == len(order) - 1 else ", "
        runs += [Run(joint), Run(speech.types(kind, kinds[kind]), notes=teller.notes.cite(best.facts, 1))]
    if rest:
        runs.append(Run(f" {speech.count('others', rest)}"))
    return *runs, Run(".")


def _planned(teller: Teller, planned: list[Tie]) -> Runs:
    """How many ties are planned only."""
    if not planned:
        return ()
    said = teller.speech.say("overview_planned", relations=teller.speech.count("relation", len(planned)))
    return Run(said, notes=teller.cite(fact for tie in planned for fact in tie.facts)), Run(".")


def _partner(tie: Tie) -> str:
    return tie.partner


def _own(tie: Tie) -> str:
    return tie.own


def _named(teller: Teller, key: str, ties: list[Tie], end: Callable[[Tie], str]) -> Runs:
    """Who is named in most releases at one end, where any is in several."""
    releases: dict[str, dict[str, Fact]] = {}
    for tie in ties:
        for fact in tie.facts:
            releases.setdefault(end(tie), {}).setdefault(fact.origin.iri, fact)
    often = [iri for iri in releases if len(releases[iri]) > 1]  # once is not often
    ranked = sorted(often, key=lambda iri: (-len(releases[iri]), iri))[: teller.limits.named]
    if not ranked:
        return ()
    return Run(teller.speech.say(key)), *_listed(teller, ranked, releases), Run(".")


def _listed(teller: Teller, ranked: list[str], releases: dict[str, dict[str, Fact]]) -> Iterator[Run]:
    for place, iri in enumerate(ranked):
        if place:
            yield Run(", ")
        yield teller.speech.name(iri)
        facts = sorted(releases[iri].values(), key=lambda fact: fact.newest_first)
        yield Run(f" ({teller.speech.count('release', len(facts))})", notes=teller.notes.cite(facts, 1))


def _ends_of_time(teller: Teller) -> Iterator[Runs]:
    """What reaches back furthest, and what was told last; nothing for a single release, which is told below."""
    if len({fact.origin.iri for fact in teller.material.dealings}) > 1:
        newest = _newest(teller.material.dealings)
        yield _oldest(teller, newest)
        if newest:
            yield _told(teller, "overview_newest", newest, teller.speech.date(newest.told))


def _oldest(teller: Teller, newest: Fact | None) -> Runs:
    """The dealing of the earliest date: that of a sentence, else that of the release; a plan is no dealing yet."""
    facts = [fact for fact in teller.material.dealings if not fact.unsure and fact.status is not Status.PLANNED]
    dated = [fact for fact in facts if fact.when or fact.told]
    if not dated:
        return ()
    fact = min(dated, key=lambda fact: (fact.when or fact.told, fact.newest_first))
    if fact is newest or (not fact.when and newest and fact.told == newest.told):
        return ()  # nothing lies between it and what is told last
    if not fact.when:
        date = teller.speech.say("told_on", date=teller.speech.date(fact.told))
        return _told(teller, "overview_oldest", fact, date)
    since = fact.from_ is not None and fact.date is None
    date = teller.date(fact, fact.when or "")
    return _told(teller, "overview_oldest", fact, teller.speech.say("since_when", date=date) if since else date)


def _newest(facts: tuple[Fact, ...]) -> Fact | None:
    """The dealing of the newest release; of several a sure and real one, and close one: a partnership, not a visit."""
    told = [fact for fact in facts if fact.told]
    return min(told, key=lambda fact: (-newness(fact.told), *_weight(fact)), default=None)


def _weight(fact: Fact) -> tuple[object, ...]:
    return fact.unsure, fact.status is Status.PLANNED, list(RelationType).index(fact.type), fact.newest_first


def _told(teller: Teller, key: str, fact: Fact, date: str) -> Runs:
    [tie] = teller.material.tied([fact])
    kind = f"{teller.speech.type(tie.type)} "
    pair = teller.pair(tie, strong=False)
    end = f", {date}{teller.unsure(tie)}"
    return Run(teller.speech.say(key)), Run(kind), *pair, Run(end, notes=teller.cite([fact])), Run(".")
