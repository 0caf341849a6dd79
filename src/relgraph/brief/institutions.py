"""Institutions at either end of what is on record."""

from functools import lru_cache

from relgraph.brief.document import Block, Grid, Heading, Paragraph, Run, Runs
from relgraph.brief.fact import Fact, newness
from relgraph.brief.material import Tie
from relgraph.brief.promises import asked
from relgraph.brief.telling import Teller
from relgraph.vocabulary import ORGANISATIONS, EntityType, RelationType


def institutions(teller: Teller) -> tuple[Block, ...]:
    """A table: institution, kind, which relations with whom, in how many releases, when last."""
    speech, most = teller.speech, teller.limits.institutions
    held: dict[str, list[Tie]] = {}
    for tie in teller.material.dealt:
        for end in (tie.own, tie.partner):
            if teller.material.things[end].kind in {kind.value for kind in ORGANISATIONS}:
                held.setdefault(end, []).append(tie)
    heading = Heading(speech.say("institutions"))
    if not held:
        return heading, Paragraph((Run(speech.say("institutions_none")),))
    ranked = sorted(held, key=lambda iri: _rank(teller, iri, held[iri]))
    rows = tuple(_row(teller, iri, held[iri]) for iri in ranked[:most])
    head = tuple(speech.say(key) for key in ("institution", "kind", "ties", "releases"))
    grid = Grid(speech.say("institutions_table"), head, rows, (30, 20, 34, 16))
    left = ranked[most:]
    return heading, grid, *teller.hidden(len(left), (_question(held[iri]) for iri in left))


def _question(ties: list[Tie]) -> str:
    """The question of the catalogue that tells of an institution with these ties: of partners, else of their type."""
    types = {tie.type for tie in ties}
    return next(name for name, read in _questions().items() if types & read)


@lru_cache(maxsize=1)
def _questions() -> dict[str, frozenset[RelationType]]:
    names = (
        "partner-institutions",
        "offices-abroad",
        "trade-ties",
        "events",
        "responsibilities",
        "concerns",
        "evidence",
    )
    return {name: asked(name) or frozenset(RelationType) for name in names}


def _rank(teller: Teller, iri: str, ties: list[Tie]) -> tuple[object, ...]:
    """Those with a sure reading first, then those in most releases, then the newest, those of the partner's side."""
    newest = max(tie.last for tie in ties)
    sure = any(not tie.unsure for tie in ties)
    ours = iri not in teller.material.partners
    return not sure, -_releases(ties), -newness(newest), ours, iri


def _releases(ties: list[Tie]) -> int:
    return len({fact.origin.iri for tie in ties for fact in tie.facts})


def _row(teller: Teller, iri: str, ties: list[Tie]) -> tuple[Runs, ...]:
    speech = teller.speech
    last = max(tie.last for tie in ties)
    date = f", {speech.say('last', date=last[:4])}" if last else ""
    kind = teller.material.things[iri].kind
    return (
        (speech.name(iri),),
        (Run(speech.kind(iri) if kind in set(EntityType) else ""),),
        _ties(teller, iri, ties),
        (Run(f"{_releases(ties)}{date}"),),
    )


def _sign(tie: Tie, iri: str) -> str:
    """A dash for a tie without direction, else an arrow out of the institution or into it."""
    if tie.type.symmetric:
        return "–"
    return "→" if tie.facts[0].subject == iri else "←"


def _ties(teller: Teller, iri: str, ties: list[Tie]) -> Runs:
    """What connects it with whom, each with its source."""
    runs: list[Run] = []
    shown = ties[: teller.limits.notes + 1]
    for tie in shown:
        other = tie.own if tie.partner == iri else tie.partner
        fact: Fact = tie.facts[0]
        status = f", {teller.speech.status(fact.status)}" if fact.status.value in ("planned", "ended") else ""
        runs += [Run("; ")] if runs else []
        runs += [Run(f"{teller.speech.type(tie.type)} {_sign(tie, iri)} "), teller.speech.name(other)]
        runs.append(Run(f"{status}{teller.unsure(tie)}", notes=teller.notes.cite(tie.facts, 1)))
    return (
        (*runs, Run(f" {teller.speech.count('others', len(ties) - len(shown))}"))
        if len(ties) > len(shown)
        else tuple(runs)
    )
