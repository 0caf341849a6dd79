"""What all sections share: how a tie is told, how many lines a section may have, what is said of the rest."""

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relgraph.brief.document import Paragraph, Run, Runs
from relgraph.brief.fact import Fact
from relgraph.brief.material import Material, Tie
from relgraph.brief.notes import Notes
from relgraph.brief.promises import year_before
from relgraph.brief.speech import Speech
from relgraph.brief.standing import date_stands, topics_standing
from relgraph.queries.catalogue import find_question

ELSEWHERE = "*"
"""Behind what stands elsewhere in the release than in the sentence quoted."""


@dataclass(frozen=True)
class Limits:
    """How many lines each section may have, and how many notes a line may cite."""

    dealings: int = 8
    people: int = 7
    visits: int = 5
    fields: int = 8
    commitments: int = 6
    institutions: int = 8
    kinds: int = 12
    named: int = 3
    notes: int = 2


@dataclass(frozen=True)
class Teller:
    """Material, words and notes of a brief in the making."""

    material: Material
    speech: Speech
    notes: Notes
    limits: Limits

    def pair(self, tie: Tie, *, strong: bool = True) -> Runs:
        """Both ends of a tie: a dash where it has no direction, an arrow from subject to object where it has."""
        own, partner = self.speech.name(tie.own, strong=strong), self.speech.name(tie.partner, strong=strong)
        if tie.type.symmetric:
            return (own, Run(" – ", strong), partner)
        return (own, Run(" → ", strong), partner) if tie.outgoing else (partner, Run(" → ", strong), own)

    def counted(self, tie: Tie) -> str:
        """How well a tie is evidenced: `3 Sätze in 2 Mitteilungen`."""
        return self._counted(tie.sentences, tie.releases)

    def _counted(self, sentences: int, releases: int) -> str:
        of = {"de": "in", "en": "in"}[self.speech.language]
        return f"{self.speech.count('sentence', sentences)} {of} {self.speech.count('release', releases)}"

    def sentence(self, fact: Fact) -> str:
        """The sentence that a fact rests on, verbatim."""
        return self.material.sentences.of(fact.evidence)

    def cite(self, facts: Iterable[Fact], first: Sequence[Fact] = ()) -> tuple[int, ...]:
        """Notes for what is told: the facts that must be there first, then as many others as the limits let."""
        return self.notes.cite([*first, *facts], max(self.limits.notes, len({fact.evidence for fact in first})))

    def date(self, fact: Fact, date: str, *, short: bool = False) -> str:
        """A date that a fact bears; with an asterisk where its sentence does not name it."""
        return self.speech.date(date, short=short) + ("" if date_stands(date, self.sentence(fact)) else ELSEWHERE)

    def when(self, facts: Sequence[Fact]) -> tuple[str, tuple[Fact, ...]]:
        """When something was, in short: as a fact dates it, else as the newest release was dated; and who says so."""
        dated = [fact for fact in facts if fact.when]
        if dated:
            newest = max(dated, key=lambda fact: (fact.when or "", fact.relation))
            return self.date(newest, newest.when or "", short=True), (newest,)
        told = max((fact.told for fact in facts), default="")
        return self.speech.say("told_on", date=self.speech.date(told, short=True)) if told else self.speech.say(
            "undated"
        ), ()

    def unsure(self, tie: Tie) -> str:
        """A remark on a tie that no sure reading bears, else nothing."""
        return f" ({self.speech.say('unsure')})" if tie.unsure else ""

    def topics(self, facts: Sequence[Fact], most: int = 4) -> Runs:
        """Names of the topics of facts, those of most facts first; with an asterisk where no sentence names one."""
        counts = Counter(topic for fact in facts for topic in fact.topics)
        ranked = sorted(counts, key=lambda topic: (-counts[topic], topic))[:most]
        return self.joined(self.topic(topic, facts) for topic in ranked)

    def topic(self, topic: str, facts: Iterable[Fact]) -> Run:
        """The name of a topic, with an asterisk where none of the sentences names it."""
        name = self.speech.name(topic)
        stands = any(topic in topics_standing(self.sentence(fact)) for fact in facts)
        return name if stands else replace(name, text=name.text + ELSEWHERE)

    @staticmethod
    def joined(runs: Iterable[Run], by: str = ", ") -> Runs:
        """Runs with a separator between them."""
        kept = list(runs)
        return tuple(part for run in kept for part in (run, Run(by)))[:-1]

    def hidden(self, n: int, questions: Iterable[str]) -> tuple[Paragraph, ...]:
        """What is said of lines left out, with the commands that show them; nothing where none is left out."""
        if n <= 0:
            return ()
        said = self.speech.count("hidden", n) + self.speech.say("more")
        commands = [Run(self._command(question), code=True) for question in dict.fromkeys(questions)]
        runs = self.joined(commands, self.speech.say("and"))
        return (Paragraph((Run(said[0].upper() + said[1:]), *runs), small=True),)

    def _command(self, question: str) -> str:
        """The command that asks a question of the catalogue about the focus, as it was named, and as of the day.

        `--since` of a brief bounds releases, that of a question what they tell of, which may be older: it is not given.
        """
        asked, region = find_question(question), self.material.region
        actor = self.material.asked if asked.parameter("country") is None else None
        if question == "priorities":  # those of the other side
            actor = region.iri if region else None
        known = {
            "actor": actor,
            "country": self.material.asked,
            "since": year_before(self.material.as_of or "") if question == "upcoming" else None,
            "until": self.material.until,
            "overdue_by": self.material.until,
        }
        given = {name: told for name, told in known.items() if told and asked.parameter(name)}
        return shlex.join(["relgraph", "query", question, *_parameters(given)])


def _parameters(given: Mapping[str, str]) -> Iterator[str]:
    for name, value in given.items():
        yield from ("--param", f"{name}={value}")
