"""Synthetic releases with their relations, as many as asked for, always the same; written as a store of relgraph.

The annotated releases are the pattern: how many relations and sentences a release has, of which types between whom,
with which status, topics and dates. What they say is invented, but each relation stands on a sentence of the text that
names its ends, so that everything works on these releases that works on real ones.
"""

import argparse
import random
import sys
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path

from world import OFFICES, Zipf, make_world

from relgraph import iris
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.names.topics import topic_index
from relgraph.vocabulary import EntityType, RelationType, Status

SEED = 2026
RELATIONS = 8.6  # of a release, on average
# How often relations of a type run between entities of two types, in the annotated releases
TOLD = """
88 affiliation Person Region · 35 affiliation Person Country · 26 affiliation Person City
17 affiliation Person GovernmentBody · 13 affiliation Person ResearchInstitution
10 affiliation Person CivilSocietyOrganisation · 9 affiliation Person BusinessOrganisation
4 affiliation Person InternationalOrganisation · 3 affiliation Person Company
72 meeting Person Person · 7 meeting Person Company · 4 meeting Person GovernmentBody · 2 meeting Region Country
21 visit Person Country · 13 visit Person Region · 8 visit Person City · 6 visit Person ResearchInstitution
4 visit Region GovernmentBody · 5 visit Person Company · 5 visit Region Country · 2 visit City City
25 cooperation Region Country · 19 cooperation Region Region · 6 cooperation City City · 5 cooperation Country Country
6 cooperation ResearchInstitution ResearchInstitution · 6 cooperation ResearchInstitution Country
6 cooperation Region BusinessOrganisation · 9 cooperation Region ResearchInstitution
25 membership Region InternationalOrganisation · 12 membership Country InternationalOrganisation
8 membership City InternationalOrganisation · 1 membership ResearchInstitution CivilSocietyOrganisation
13 partnership Region Region · 10 partnership City City · 6 partnership Region Country · 5 partnership City Region
9 agreement Country Country · 9 agreement Region Region · 6 agreement City City · 4 agreement Region Country
2 agreement ResearchInstitution Region · 2 agreement BusinessOrganisation BusinessOrganisation
16 interest Region - · 5 interest City - · 5 interest GovernmentBody - · 4 interest InternationalOrganisation -
11 trade Region Country · 6 trade Company Region · 3 trade Country Region · 3 trade Company Country
9 responsibility Region InternationalOrganisation · 6 responsibility GovernmentBody Document
2 responsibility Person Document · 2 responsibility Region Document
6 support Region Country · 5 support GovernmentBody ResearchInstitution · 4 support Region Document
4 support Region CivilSocietyOrganisation
7 strength Region - · 4 strength ResearchInstitution - · 4 strength Country - · 2 strength Company -
8 representation Region City · 4 representation BusinessOrganisation City · 4 representation Region Country
9 participation Person Event · 2 participation City Event
7 concern Person Country · 2 concern Person -
4 hosting Region Event · 2 framework Document Document
"""
STATUSES = {  # planned, active, concluded, ended
    "affiliation": (0, 202, 0, 3), "agreement": (1, 0, 31, 0), "cooperation": (8, 74, 0, 0), "hosting": (3, 0, 1, 0),
    "meeting": (27, 2, 56, 0), "participation": (6, 0, 5, 0), "partnership": (3, 31, 0, 0),
    "responsibility": (5, 6, 6, 2), "support": (2, 15, 2, 0), "visit": (15, 8, 43, 0),
}  # fmt: skip
ACTIVE = (0, 1, 0, 0)  # of the other types
TOPICS = (456, 138, 47, 27, 13, 5, 4, 9, 3)  # relations without topic, with one, with two …
COMMON = "research economy higher-education trade cross-border-cooperation culture investment education".split()
DATED = {"visit": 0.8, "meeting": 0.75, "agreement": 0.85}
LASTING = {"partnership": 0.7, "cooperation": 0.12, "membership": 0.1}
CLAUSES = {
    "partnership": "{s} und {o} verbindet eine Partnerschaft",
    "cooperation": "{s} arbeitet mit {o} zusammen",
    "agreement": "{s} und {o} unterzeichneten eine Vereinbarung",
    "visit": "{s} besuchte {o}",
    "meeting": "{s} sprach mit {o}",
    "participation": "{s} nahm teil: {o}",
    "hosting": "{s} ist Gastgeber: {o}",
    "responsibility": "{s} ist federführend: {o}",
    "support": "{s} unterstützt {o}",
    "trade": "{s} exportiert nach {o}",
    "strength": "{s} ist führend",
    "interest": "{s} setzt einen Schwerpunkt",
    "representation": "{s} hat ein Büro in {o}",
    "membership": "{s} ist Mitglied: {o}",
    "affiliation": "{s} hat ein Amt: {o}",
    "framework": "{s} ist der Rahmen: {o}",
    "concern": "{s} äußert Sorge über {o}",
}
FILLER = (
    "Die Gäste dankten für den freundlichen Empfang.",
    "Das Programm des Tages war dicht, die Stimmung war gut.",
    "Am Rande gab es Gelegenheit für Fragen der Presse.",
    "Weitere Einzelheiten werden in den kommenden Wochen bekannt gegeben.",
    "Beide Seiten waren sich einig, dass der Austausch gerade jetzt wichtig ist.",
)
LENGTH = 1480  # characters of a text, on average
FIRST_DAY, DAYS = date(2005, 1, 1), 365 * 21


class Synthetic:
    """So many releases; each walk over them gives the same ones, and keeps none."""

    def __init__(self, releases, *, seed=SEED, relations=RELATIONS):
        self.releases, self.seed, self.relations = releases, seed, relations
        told = [line.split() for row in TOLD.strip().splitlines() for line in row.split(" · ")]
        self._weights = [int(weight) for weight, *_ in told]
        self._kinds = [tuple(kind) for _, *kind in told]

    def __len__(self):
        return self.releases

    def __iter__(self):
        return (self.release(number) for number in range(self.releases))

    @cached_property
    def world(self):
        """Who may come up."""
        return make_world(self.releases, random.Random(f"{self.seed} world"))

    @cached_property
    def topics(self):
        """Topics, the usual ones first."""
        names = sorted(topic_index().topics)
        chance = random.Random(f"{self.seed} topics")
        chance.shuffle(names)
        return Zipf(sorted(names, key=lambda name: COMMON.index(name) if name in COMMON else len(COMMON)))

    def release(self, number):
        """One release and what is read out of it."""
        return _Draft(self, number, random.Random(f"{self.seed} {number}")).extraction()


class _Draft:
    """A release that is being written."""

    def __init__(self, made, number, chance):
        self.made, self.chance = made, chance
        self.home = made.world.homes.draw(chance)
        self.day = FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.8))
        self.id = f"{self.home.code.lower()}-{self.day}-{number:06}"
        self.used = {}
        self.sentences, self.placed, self.length = [], [], 0

    def extraction(self):
        relations = self._relations()
        text = " ".join(self.sentences)
        release = Release(
            id=self.id, title=f"Mitteilung vom {self.day:%d.%m.%Y}", date=self.day.isoformat(),
            publisher=f"Staatskanzlei {self.home.name}", region=self.home.name,
            url=f"https://example.org/{self.id}", text=text,
        )  # fmt: skip
        self._use(self.home)
        return Extraction(
            release=release, entities=tuple(self._mentioned(text, one) for one in self.used.values()),
            relations=tuple(relations),
        )  # fmt: skip

    def _relations(self):
        wanted = min(40, max(1, round(self.chance.gammavariate(4, self.made.relations / 4))))
        said, found = set(), []
        while len(found) < wanted:
            group = [told for told in (self._told(said) for _ in range(self.chance.randint(1, 3))) if told]
            sentence = " und ".join(clause for clause, _ in group) + "."
            if not group:
                continue
            place = self._say(sentence)
            found += [Relation(evidence=place, **fields) for _, fields in group]
            while self.length < LENGTH * len(found) / wanted:
                self._say(self.chance.choice(FILLER))
        return found

    def _say(self, sentence):
        start = self.length
        self.sentences.append(sentence)
        self.length += len(sentence) + 1
        return Evidence(text=sentence, start=start, end=start + len(sentence))

    def _told(self, said):
        """A relation that this release has not stated yet, in words and as fields."""
        kind, subject_type, object_type = self.chance.choices(self.made._kinds, self.made._weights)[0]
        subject = self._end(subject_type, home=0.6)
        office = self.made.world.offices.get(subject.id) if kind == "affiliation" else None
        obj = None if object_type == "-" else office[0] if office else self._end(object_type, home=0.05)
        key = iris.relation(self.id, kind, subject.id, obj.id if obj else None)
        if subject == obj or key in said:
            return None
        said.add(key)
        fields = {
            "id": key, "type": RelationType(kind), "subject": subject.id, "object": obj.id if obj else None,
            "status": self.chance.choices(list(Status), STATUSES.get(kind, ACTIVE))[0],
            "confidence": round(min(0.99, 0.4 + 0.55 * self.chance.betavariate(4, 1.2)), 2), "rule": f"{kind}/muster",
            "topics": self._topics(kind),
        }  # fmt: skip
        for end in (subject, obj):
            if end is not None:
                self._use(end)
        return self._clause(kind, subject, obj, fields), fields | self._details(kind, office)

    def _clause(self, kind, subject, obj, fields):
        labels = [topic_index().label(topic, "de") for topic in fields["topics"]]
        clause = CLAUSES[kind].format(s=subject.name, o=obj.name if obj else "die Lage")
        return f"{clause} ({', '.join(labels)})" if labels else clause

    def _end(self, name, home):
        kind = EntityType(name)
        if kind is EntityType.REGION and self.chance.random() < home:
            return self.home
        return self.made.world.pools[kind].draw(self.chance)

    def _topics(self, kind):
        number = self.chance.choices(range(len(TOPICS)), TOPICS)[0]
        number = max(number, kind in ("strength", "interest", "concern"))
        return tuple(dict.fromkeys(self.made.topics.draw(self.chance) for _ in range(number)))

    def _details(self, kind, office):
        fields = {}
        if kind == "affiliation":
            fields["role"] = office[1] if office else self.chance.choice(OFFICES)
        if kind == "support" and self.chance.random() < 0.25:
            fields["amount"] = f"{self.chance.randint(1, 90)} Millionen Euro"
        if self.chance.random() < DATED.get(kind, 0):
            fields["date"] = (self.day + timedelta(days=self.chance.randint(-20, 20))).isoformat()
        if self.chance.random() < LASTING.get(kind, 0.01):
            fields["from"] = str(self.day.year - self.chance.randint(0, 40))
        if self.chance.random() < 0.006:
            fields["until"] = str(self.day.year + self.chance.randint(0, 6))
        if kind == "agreement" and self.chance.random() < 0.9:
            paper = Entity(
                id=iris.local_entity(EntityType.DOCUMENT, self.id, "Absichtserklärung"),
                type=EntityType.DOCUMENT, name="Absichtserklärung",
            )  # fmt: skip
            self.used[paper.id] = paper
            fields["document"] = paper.id
        return fields

    def _use(self, entity):
        for one in self.made.world.around(entity):
            self.used.setdefault(one.id, one)

    @staticmethod
    def _mentioned(text, entity):
        start = text.find(entity.name)
        if start < 0:
            return entity
        mention = Mention(text=entity.name, start=start, end=start + len(entity.name))
        return entity.model_copy(update={"mentions": (mention,)})


def write(folder, releases, **shape):
    """Write so many releases as a store that can be changed."""
    from relgraph.graph.ontology import ontology_nquads
    from relgraph.graph.quads import nquad_lines
    from relgraph.store.embedded import write_store

    made = Synthetic(releases, **shape)
    write_store(Path(folder), chain(ontology_nquads(), nquad_lines(made)), (one.to_json() for one in made))


def main():
    """Write a store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", help="folder of the store")
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--relations", type=float, default=RELATIONS, help="relations of a release, on average")
    given = parser.parse_args()
    write(given.store, given.releases, seed=given.seed, relations=given.relations)
    print(f"{given.releases:,} releases in {given.store}", file=sys.stderr)


if __name__ == "__main__":
    main()
