"""How German sentences say a name: articles and cases of those who come up in synthetic releases.

Only what the names of `world.py` need: nouns that open a name of a body, and countries that take an article.
"""

from dataclasses import dataclass

from relgraph.vocabulary import EntityType

ARTICLES = {"f": ("die", "die", "der", "der"), "m": ("der", "den", "dem", "des"), "n": ("das", "das", "dem", "des")}
FEMININE = frozenset(
    "Universität Hochschule Musikhochschule Handelskammer Handwerkskammer Euroregion Europaregion "
    "Schweiz Türkei Ukraine Slowakei Mongolei".split()
)
FEMININE_ENDS, NEUTER_ENDS = ("strategie", "konferenz", "Stiftung"), ("ministerium", "forum")
MASCULINE_ENDS = ("gipfel", "verein")
PLURAL = frozenset("USA Niederlande Philippinen Malediven Seychellen Bahamas Komoren Salomonen Marshallinseln".split())
COMPANY_FORM = " GmbH"  # is said, and no part of the name


@dataclass(frozen=True)
class Said:
    """A name, or several, in a sentence: as who, whom, to whom and whose; where to, and where."""

    nom: str
    acc: str
    dat: str
    gen: str
    to: str
    at: str

    @classmethod
    def of(cls, entity):
        """An entity as sentences say it."""
        name = entity.name + COMPANY_FORM * (entity.type is EntityType.COMPANY)
        gender = gender_of(entity)
        if gender is None:
            return cls(name, name, name, f"von {name}", f"nach {name}", f"in {name}")
        nom, acc, dat, gen = (f"{article} {name}" for article in ARTICLES[gender])
        if gender != "f":
            head, _, rest = name.partition(" ")
            gen = f"des {head}s{' ' * bool(rest)}{rest}"
        return cls(nom, acc, dat, gen, f"in {acc}", f"in {dat}")

    @classmethod
    def quoted(cls, name):
        """A document as sentences say it."""
        return cls(*(f"{article} „{name}“" for article in ARTICLES["f"]), to="", at="")

    @classmethod
    def listed(cls, several):
        """Several, one after the other."""
        return cls(*(enumerated([getattr(one, case) for one in several]) for case in cls.__dataclass_fields__))

    def with_office(self, office):
        """A person, with what office they hold."""
        return Said(*(f"{getattr(self, case)}, {office}," for case in ("nom", "acc", "dat")), gen="", to="", at="")


def gender_of(entity):
    """Gender of the noun that a name opens with; None where the name takes no article.

    >>> from relgraph.model import Entity
    >>> gender_of(Entity(id="https://example.org/u", type="ResearchInstitution", name="Universität Kyoto"))
    'f'
    """
    if entity.type is EntityType.COMPANY:
        return "f"
    head = entity.name.split()[0]
    for gender, ends in (("f", FEMININE_ENDS), ("m", MASCULINE_ENDS), ("n", NEUTER_ENDS)):
        if head.endswith(ends):
            return gender
    return "f" if head in FEMININE else None


def enumerated(names):
    """Names in one enumeration.

    >>> enumerated(["Japan", "Korea", "China"]), enumerated(["Japan"])
    ('Japan, Korea und China', 'Japan')
    """
    *first, last = names
    return f"{', '.join(first)} und {last}" if first else last
