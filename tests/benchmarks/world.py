"""Who there is in synthetic releases: states, regions and cities that exist, and people and bodies that do not.

As many as real releases name, which grows more slowly than their number, and named as unevenly: a few come up in
every second release, most of them once.
"""

from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate

from naming import PLURAL

from relgraph import iris
from relgraph.model import Entity
from relgraph.names.cities import cities
from relgraph.names.countries import country_namings
from relgraph.names.forms import candidates, form_table
from relgraph.names.naming import Need
from relgraph.names.subdivisions import region_namings
from relgraph.vocabulary import EntityType

# Entities of each type that 81 annotated releases name, and how their number grows with that of the releases
NAMED = {
    EntityType.PERSON: 200, EntityType.CITY: 115, EntityType.GOVERNMENT_BODY: 71, EntityType.REGION: 63,
    EntityType.DOCUMENT: 53, EntityType.RESEARCH_INSTITUTION: 44, EntityType.CIVIL_SOCIETY_ORGANISATION: 41,
    EntityType.COMPANY: 29, EntityType.EVENT: 28, EntityType.INTERNATIONAL_ORGANISATION: 25,
    EntityType.BUSINESS_ORGANISATION: 20,
}  # fmt: skip
SAMPLE, GROWTH = 81, 0.73
FLATTENED, STEEPNESS = 1.5, 0.95  # of Zipf's law: 1 / (rank + FLATTENED) ** STEEPNESS

HOMES = (
    "DE-BW DE-NW DE-BY DE-RP DE-BB DE-ST DE-HE DE-SN DE-NI DE-TH DE-SH DE-MV DE-SL AT-7 AT-6 AT-4 AT-8 CH-ZH IT-32"
).split()
NEAR = "JP FR CN US CH IT AT PL KR SG IN CA GB NL LU RW BR CZ HU HR RO IL TR UA ES VN AU MX ZA SE FI DK BE".split()
PARTNERS = "JP-14 CN-32 CN-21 CA-ON FR-ARA ES-CT IT-25 KR-41 FR-GES JP-25 CN-SD BR-SP US-CA IN-MH PL-DS CZ-JC".split()
WOMEN = (
    "Anna Aiko Birgit Carla Dilek Elena Eva Greta Ines Jana Julia Klara Maja Maria Marta Nora Olga Petra Sarah Tanja "
    "Ute Yuki"
).split()
MEN = (
    "Anton Ben David Erik Felix Franz Hans Ivan Jonas Karl Kenji Lars Lukas Marco Paul Rafael Stefan Sven Viktor"
).split()
LAST = (
    "Ackermann Aoki Bauer Beck Berger Böhm Brandt Busch Conti Dietrich Dubois Ebert Engel Fabri Fischer Frank Fuchs "
    "Garcia Graf Gruber Haas Hahn Hartmann Herzog Huber Ito Jansen Kaiser Keller Kim Klein Koch Kovács Krämer Krause "
    "Kuhn Kurz Lang Lehmann Li Lorenz Maier Marino Mayer Möller Moreau Mori Müller Neumann Novak Okada Otto Park "
    "Peters Pohl Popescu Richter Roth Rossi Sato Sauer Schäfer Schmitt Scholz Schröder Seidel Silva Simon Sommer Stein "
    "Suzuki Tanaka Thomas Ulrich Vogel Vogt Wagner Walter Wang Weber Weiß Werner Winkler Winter Wolf Yamada Zhang"
).split()
PARTS = "Nord Süd Ost West Zukunfts Jubiläums Frühjahrs Herbst Sommer Ufer Berg".split()
FIELDS = "Wirtschafts Wissenschafts Finanz Umwelt Verkehrs Kultur Sozial Innen Justiz Landwirtschafts Europa".split()
BODIES = {
    EntityType.GOVERNMENT_BODY: ("{field}ministerium {place}",),
    EntityType.RESEARCH_INSTITUTION: ("Universität {city}", "Hochschule {city}", "Musikhochschule {city}"),
    EntityType.COMPANY: ("{last} Technik", "{last} & {other}"),
    EntityType.BUSINESS_ORGANISATION: ("Handelskammer {city}", "Handwerkskammer {city}"),
    EntityType.CIVIL_SOCIETY_ORGANISATION: ("{last}-Stiftung", "Kulturverein {city}"),
    EntityType.INTERNATIONAL_ORGANISATION: ("Euroregion {place}-{other}", "Europaregion {place}-{other}"),
    EntityType.EVENT: ("{when}gipfel {city}", "{when}forum {city}", "{when}konferenz {city}"),
    EntityType.DOCUMENT: ("{when}strategie {place}",),
}
TRIES = 5  # for each name that is wanted
PLACED = 0.27  # share of bodies of which the releases say where they are
OFFICES = {  # of women and of men, by what they hold them in
    EntityType.REGION: ("Ministerin Staatssekretärin", "Minister Staatssekretär"),
    EntityType.COUNTRY: ("Ministerin Botschafterin", "Minister Botschafter"),
    EntityType.CITY: ("Oberbürgermeisterin Bürgermeisterin", "Oberbürgermeister Bürgermeister"),
    EntityType.COMPANY: ("Geschäftsführerin", "Geschäftsführer"),
}
OF_OTHERS = ("Präsidentin Leiterin", "Präsident Leiter")


class Zipf:
    """A choice among things, of which the first come up far more often than the last."""

    def __init__(self, things, steepness=STEEPNESS):
        self.things = list(things)
        self._steps = list(accumulate((rank + FLATTENED) ** -steepness for rank in range(len(self.things))))

    def draw(self, chance):
        """One of the things."""
        return self.things[bisect(self._steps, chance.random() * self._steps[-1])]


@dataclass
class World:
    """All entities by type, the parts of each by what they lie in, and who holds which office."""

    pools: dict[EntityType, Zipf]
    entities: dict[str, Entity]
    homes: Zipf
    offices: dict[str, tuple[Entity, str]]
    local: list[Entity] = field(default_factory=list)

    def around(self, entity):
        """An entity and everything that it is part of."""
        chain = [entity]
        while chain[-1].part_of:
            chain.append(self.entities[chain[-1].part_of])
        return chain


def make_world(releases, chance):
    """Who may come up in so many releases."""
    grown = {kind: round(number * (releases / SAMPLE) ** GROWTH) + 5 for kind, number in NAMED.items()}
    states = [naming.entry.entity() for naming in country_namings() if naming.entry.type is EntityType.COUNTRY]
    regions = [naming.entry.entity() for naming in region_namings()]
    known = {entity.id: entity for entity in (*states, *regions)}
    towns = [cities().entry(place).entity() for place in range(2 * grown[EntityType.CITY])]
    towns = [town for town in towns if town.part_of in known and _plain(town)][: grown[EntityType.CITY]]
    pools = {
        EntityType.COUNTRY: _ranked([one for one in states if _plain(one)], NEAR, chance),
        EntityType.REGION: _ranked([one for one in regions if _plain(one)], PARTNERS, chance)[
            : grown[EntityType.REGION]
        ],
        EntityType.CITY: towns,
    }
    places = [place for place in (*pools[EntityType.REGION][:400], *towns) if place.name.isalpha()]
    for kind in BODIES:
        pools[kind] = _distinct(kind, grown[kind], lambda kind=kind: _body(kind, places, chance))
    pools[EntityType.PERSON] = _distinct(
        EntityType.PERSON, grown[EntityType.PERSON], lambda: (_person(chance), None)
    )  # fmt: skip
    entities = known | {entity.id: entity for pool in pools.values() for entity in pool}
    homes = [entities[iris.entity(EntityType.REGION, code)] for code in HOMES]
    zipfs = {kind: Zipf(pool) for kind, pool in pools.items()}
    offices = _offices(zipfs, homes, chance)
    return World(zipfs, entities, Zipf(homes, 1.4), offices)


def _plain(entity):
    """Whether a name is one word, is no plural, and means nobody else."""
    found = candidates(form_table().get(entity.name, ()))
    alone = len(found) == 1 and found[0].need is Need.NOTHING
    return alone and entity.name.replace("-", "").isalpha() and entity.name not in PLURAL


def _ranked(entities, first, chance):
    """Entities with those of some codes before the others."""
    order = {code: rank for rank, code in enumerate(first)}
    return sorted(entities, key=lambda entity: (order.get(entity.code, len(first)), chance.random()))


def _own(kind, name, part_of=None):
    return Entity(id=iris.entity(kind, name), type=kind, name=name, part_of=part_of)


def _distinct(kind, number, make):
    """So many of a kind, or fewer where there are no more names to be had: each town has few universities."""
    found = {}
    for _ in range(TRIES * number):
        if len(found) == number:
            break
        name, part_of = make()
        found.setdefault(iris.entity(kind, name), _own(kind, name, part_of))
    return list(found.values())


def _body(kind, places, chance):
    place = chance.choice(places)
    other = chance.choice(places).name if kind is EntityType.INTERNATIONAL_ORGANISATION else _surname(chance)
    name = chance.choice(BODIES[kind]).format(
        field=chance.choice(FIELDS), when=chance.choice(PARTS), place=place.name, city=place.name,
        last=_surname(chance), other=other,
    )  # fmt: skip
    return name, place.id if chance.random() < PLACED else None


def _person(chance):
    return f"{chance.choice(chance.choice((WOMEN, MEN)))} {_surname(chance)}"


def _surname(chance):
    """One of some thousand surnames: a few single ones, many double."""
    return chance.choice(LAST) if chance.random() < 0.3 else f"{chance.choice(LAST)}-{chance.choice(LAST)}"


def _offices(pools, homes, chance):
    """Body and office of each person: the first govern the home regions, the others somebody."""
    kinds = [EntityType.REGION] * 5 + [EntityType.COUNTRY] * 2 + [EntityType.CITY, EntityType.GOVERNMENT_BODY] * 2
    kinds += [EntityType.RESEARCH_INSTITUTION, EntityType.COMPANY, EntityType.CIVIL_SOCIETY_ORGANISATION]
    held = {}
    for rank, person in enumerate(pools[EntityType.PERSON].things):
        body = homes[rank % len(homes)] if rank < 60 else pools[chance.choice(kinds)].draw(chance)
        women, men = OFFICES.get(body.type, OF_OTHERS)
        held[person.id] = (body, chance.choice((women if person.name.split()[0] in WOMEN else men).split()))
    return held
