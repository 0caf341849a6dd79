"""Synthetic releases with their relations, as many as asked for, always the same; written as files, or as a store.

The annotated releases are the pattern: how many relations and sentences a release has, of which types between whom,
with which status, topics and dates. What they say is invented, but in sentences that relgraph reads: what it reads in
the files are nearly the relations that are meant, which the store holds without being read.
"""

import argparse
import random
import sys
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from filing import write_files
from naming import Said
from wording import FILLER, sentence
from world import Zipf, make_world

from relgraph import iris
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.names.topics import topic_index
from relgraph.vocabulary import EntityType, RelationType, Status

SEED = 2026
RELATIONS = 8.6  # of a release, on average
# How often relations of a type run between entities of two types, in the annotated releases
TOLD = """
40 affiliation Person - · 80 meeting Person Person · 4 meeting Person GovernmentBody
26 visit Person Country · 13 visit Person Region · 8 visit Person City · 6 visit Person ResearchInstitution
5 visit Person Company
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
    "agreement": (1, 0, 31, 0), "cooperation": (8, 74, 0, 0), "hosting": (3, 0, 1, 0), "meeting": (27, 0, 58, 0),
    "participation": (6, 0, 5, 0), "partnership": (3, 31, 0, 0), "responsibility": (3, 2, 6, 0),
    "chair": (2, 4, 0, 2),
    "support": (2, 15, 2, 0), "visit": (15, 0, 51, 0),
}  # fmt: skip
ACTIVE = (0, 1, 0, 0)  # of the other types
SEVERAL = {"cooperation": (6, 3, 2), "membership": (6, 3, 1)}  # relations with one, two … ends
TOPICS = (456, 138, 47, 27, 13, 5, 4, 9, 3)  # relations without topic, with one, with two …
COMMON = "research economy higher-education trade cross-border-cooperation culture investment education".split()
UNTOPICAL = frozenset(
    "affiliation hosting participation responsibility trade representation membership framework".split()
)
DATED = {"visit": 0.8, "meeting": 0.75, "agreement": 0.85}
LASTING = {"partnership": 0.7, "cooperation": 0.12}
LENGTH = 1480  # characters of a text, on average
PARAGRAPH = 400
FIRST_DAY, DAYS = date(2005, 1, 1), 365 * 21


class Synthetic:
    """So many releases; each walk over them gives the same ones, and keeps none."""

    def __init__(self, releases, *, seed=SEED, relations=RELATIONS):
        self.releases, self.seed, self.relations = releases, seed, relations
        told = [line.split() for row in TOLD.strip().splitlines() for line in row.split(" · ")]
        self.weights = [int(weight) for weight, *_ in told]
        self.kinds = [(kind, *(None if end == "-" else EntityType(end) for end in ends)) for _, kind, *ends in told]

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
        """One release and what is meant to be read out of it."""
        return _Draft(self, number, random.Random(f"{self.seed} {number}")).extraction()


class _Draft:
    """A release that is being written."""

    def __init__(self, made, number, chance):
        self.made, self.chance = made, chance
        self.home = made.world.homes.draw(chance)
        self.day = FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.8))
        self.id = f"{self.home.code.lower()}-{self.day}-{number:06}"
        self.used, self.introduced, self.said = {}, set(), set()
        self.text, self.paragraph, self.relations = "", 0, []

    def extraction(self):
        wanted = min(40, max(1, round(self.chance.gammavariate(4, self.made.relations / 4))))
        while len(self.relations) < wanted:
            self._tell()
            while len(self.text) < LENGTH * len(self.relations) / wanted:
                self._say(self.chance.choice(FILLER))
        release = Release(
            id=self.id, title=f"Mitteilung vom {self.day:%d.%m.%Y}", date=self.day.isoformat(),
            publisher=f"Staatskanzlei {self.home.name}", region=self.home.name,
            url=f"https://example.org/{self.id}", text=self.text,
        )  # fmt: skip
        self._use(self.home)
        return Extraction(
            release=release, entities=tuple(self._mentioned(one) for one in self.used.values()),
            relations=tuple(self.relations),
        )  # fmt: skip

    def _say(self, sentence):
        if self.text:
            new = len(self.text) - self.paragraph > PARAGRAPH
            self.text += "\n\n" if new else " "
            self.paragraph = len(self.text) if new else self.paragraph
        start = len(self.text)
        self.text += sentence
        return Evidence(text=sentence, start=start, end=start + len(sentence))

    def _tell(self):
        """Say one sentence, and note the relations that it states; nothing where it states none that is new."""
        kind, subject_type, object_type = self.chance.choices(self.made.kinds, self.made.weights)[0]
        subject = self._end(subject_type, home=0.9)
        number = self.chance.choices((1, 2, 3), SEVERAL.get(kind, (1, 0, 0)))[0]
        objects = {one.id: one for one in (self._end(object_type, home=0.05) for _ in range(number)) if one}
        if not self._new(kind, subject, objects) or (kind == "affiliation" and subject.id in self.introduced):
            return
        wording = self._wording(kind, subject_type, object_type)
        status = self.chance.choices(list(Status), STATUSES.get(wording, ACTIVE))[0]
        fields = self._fields(kind, status)
        topics = () if kind in UNTOPICAL else self._topics(kind)
        offices = []
        said = sentence(
            wording, status.value, self._said(subject, offices),
            Said.listed([self._said(one, offices) for one in objects.values()]) if objects else None,
            fields, [topic_index().label(topic, "de") for topic in topics],
        )  # fmt: skip
        place = self._say(said)
        for person, (body, role) in offices:
            self._note("affiliation", person, body, place, role=role)
        if kind != "affiliation":
            for obj in objects.values() or [None]:
                self._note(kind, subject, obj, place, status=status, topics=topics, **fields)

    def _new(self, kind, subject, objects):
        """Whether nothing of this has been said, and nobody meets one of their own."""
        offices = self.made.world.offices
        bodies = [offices[one.id][0].id for one in (subject, *objects.values()) if one.id in offices]
        return (
            subject.id not in objects
            and all((kind, *sorted((subject.id, one))) not in self.said for one in objects or [""])
            and len(bodies) == len(set(bodies))
        )

    def _note(self, kind, subject, obj, place, **fields):
        """Keep a relation."""
        self.said.add((kind, *sorted((subject.id, obj.id if obj else ""))))
        for end in filter(None, (subject, obj)):
            self._use(end)
        document = self._paper() if kind == "agreement" else None
        self.relations.append(
            Relation(
                id=iris.relation(self.id, kind, subject.id, obj.id if obj else None), type=RelationType(kind),
                subject=subject.id, object=obj.id if obj else None, evidence=place, rule=f"{kind}/muster",
                confidence=round(min(0.99, 0.4 + 0.55 * self.chance.betavariate(4, 1.2)), 2), document=document,
                **fields,
            )
        )  # fmt: skip

    def _said(self, entity, offices):
        """An entity as the sentence says it: a person with the office when first named, which is put to the others."""
        if entity.type is EntityType.DOCUMENT:
            return Said.quoted(entity.name)
        said = Said.of(entity)
        if entity.type is not EntityType.PERSON or entity.id in self.introduced:
            return said
        self.introduced.add(entity.id)
        body, role = self.made.world.offices[entity.id]
        offices.append((entity, (body, role)))
        return said.with_office(f"{role} {Said.of(body).gen}")

    @staticmethod
    def _wording(kind, subject_type, object_type):
        """Which sentences of a type of relation fit its ends."""
        if kind == "responsibility" and object_type is EntityType.INTERNATIONAL_ORGANISATION:
            return "chair"
        if kind == "trade" and subject_type is EntityType.COMPANY:
            return "plant"
        return "worry" if kind == "concern" and object_type is None else kind

    def _end(self, kind, home):
        if kind is None:
            return None
        if kind is EntityType.REGION and self.chance.random() < home:
            return self.home
        return self.made.world.pools[kind].draw(self.chance)

    def _topics(self, kind):
        number = self.chance.choices(range(len(TOPICS)), TOPICS)[0]
        number = max(number, kind in ("strength", "interest", "concern"))
        return tuple(dict.fromkeys(self.made.topics.draw(self.chance) for _ in range(number)))

    def _fields(self, kind, status):
        fields = {}
        if kind == "support" and self.chance.random() < 0.25:
            fields["amount"] = f"{self.chance.randint(2, 90)} Millionen Euro"
        if self.chance.random() < DATED.get(kind, 0):
            days = self.chance.randint(1, 20) if status is Status.PLANNED else -self.chance.randint(0, 20)
            fields["date"] = (self.day + timedelta(days=days)).isoformat()
        if self.chance.random() < LASTING.get(kind, 0) and status is Status.ACTIVE:
            fields["from"] = str(self.day.year - self.chance.randint(1, 40))
        if kind in ("partnership", "cooperation") and self.chance.random() < 0.03:
            fields["until"] = str(self.day.year + self.chance.randint(1, 6))
        return fields

    def _paper(self):
        name = "Absichtserklärung"
        paper = Entity(id=iris.local_entity(EntityType.DOCUMENT, self.id, name), type=EntityType.DOCUMENT, name=name)
        self.used[paper.id] = paper
        return paper.id

    def _use(self, entity):
        for one in self.made.world.around(entity):
            self.used.setdefault(one.id, one)

    def _mentioned(self, entity):
        start = self.text.find(entity.name)
        if start < 0:
            return entity
        mention = Mention(text=entity.name, start=start, end=start + len(entity.name))
        return entity.model_copy(update={"mentions": (mention,)})


def write_as_store(folder, releases, **shape):
    """Write so many releases as a store that can be changed, with the relations that are meant."""
    from relgraph.shares.file import Shares
    from relgraph.shares.rows import share_of
    from relgraph.shares.standing import stand
    from relgraph.store.generations import writing

    with writing(Path(folder)), Shares(Path(folder)) as shares:
        with shares.change():
            standing = {one.release.id: shares.add(share_of(one)) for one in Synthetic(releases, **shape)}
        stand(Path(folder), shares, standing, lambda store, delta, before: [])


def main():
    """Write a store, files, or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", nargs="?", help="folder of the store, if one is to be written")
    parser.add_argument("--files", help="folder of the releases as files, if they are to be written")
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--relations", type=float, default=RELATIONS, help="relations of a release, on average")
    given = parser.parse_args()
    shape = {"seed": given.seed, "relations": given.relations}
    if not (given.store or given.files):
        parser.error("say where to: a folder for the store, --files, or both")
    if given.files:
        write_files(given.files, Synthetic(given.releases, **shape))
    if given.store:
        write_as_store(given.store, given.releases, **shape)
    places = " and ".join(filter(None, (given.files, given.store)))
    print(f"{given.releases:,} releases in {places}", file=sys.stderr)


if __name__ == "__main__":
    main()
