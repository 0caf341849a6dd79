"""The terms the code uses: types of entities and relations, statuses, bases, and their IRIs.

Owns no definitions: those stand in `ontology/relgraph.ttl`, and a test holds the two together.
"""

from enum import StrEnum

ONTOLOGY = "https://w3id.org/relgraph/ontology#"
TOPIC = "https://w3id.org/relgraph/topic/"
ID = "https://w3id.org/relgraph/id/"

PREFIXES = {
    "rg": ONTOLOGY,
    "topic": TOPIC,
    "id": ID,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""One table of prefixes for every serialisation and query."""


class EntityType(StrEnum):
    """What an entity is; the value is the local name of its class."""

    COUNTRY = "Country"
    REGION = "Region"
    CITY = "City"
    WORLD_REGION = "WorldRegion"
    GOVERNMENT_BODY = "GovernmentBody"
    INTERNATIONAL_ORGANISATION = "InternationalOrganisation"
    RESEARCH_INSTITUTION = "ResearchInstitution"
    COMPANY = "Company"
    BUSINESS_ORGANISATION = "BusinessOrganisation"
    CIVIL_SOCIETY_ORGANISATION = "CivilSocietyOrganisation"
    PERSON = "Person"
    DOCUMENT = "Document"
    EVENT = "Event"


TERRITORIES = frozenset({EntityType.COUNTRY, EntityType.REGION, EntityType.CITY, EntityType.WORLD_REGION})
ORGANISATIONS = frozenset(
    {
        EntityType.GOVERNMENT_BODY,
        EntityType.INTERNATIONAL_ORGANISATION,
        EntityType.RESEARCH_INSTITUTION,
        EntityType.COMPANY,
        EntityType.BUSINESS_ORGANISATION,
        EntityType.CIVIL_SOCIETY_ORGANISATION,
    }
)
ACTORS = TERRITORIES | ORGANISATIONS | {EntityType.PERSON}


class RelationType(StrEnum):
    """What a relation says; the value is the name in files, `class_name` the local name of its class."""

    PARTNERSHIP = "partnership"
    COOPERATION = "cooperation"
    AGREEMENT = "agreement"
    VISIT = "visit"
    MEETING = "meeting"
    PARTICIPATION = "participation"
    HOSTING = "hosting"
    RESPONSIBILITY = "responsibility"
    SUPPORT = "support"
    TRADE = "trade"
    STRENGTH = "strength"
    INTEREST = "interest"
    REPRESENTATION = "representation"
    MEMBERSHIP = "membership"
    AFFILIATION = "affiliation"
    FRAMEWORK = "framework"
    CONCERN = "concern"

    @property
    def class_name(self) -> str:
        """Local name of the class.

        >>> RelationType.PARTNERSHIP.class_name
        'Partnership'
        """
        return self.value.capitalize()

    @property
    def symmetric(self) -> bool:
        """Whether subject and object may change places."""
        return self in SYMMETRIC

    @property
    def direct_property(self) -> str:
        """Local name of the property that repeats an active or concluded relation as one triple."""
        return DIRECT_PROPERTIES[self]


SYMMETRIC = frozenset(
    {RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.AGREEMENT, RelationType.MEETING}
)

DEALINGS = SYMMETRIC | {
    RelationType.VISIT, RelationType.SUPPORT, RelationType.TRADE, RelationType.REPRESENTATION
}  # fmt: skip
"""Types in which one side deals with another; across a border `rg:joins` names both."""

LASTING = frozenset({RelationType.PARTNERSHIP, RelationType.COOPERATION, RelationType.AGREEMENT})
"""Types that last, so that silence about them tells something; `rg:JointField` sums them up by topic."""

DIRECT_PROPERTIES = {
    RelationType.PARTNERSHIP: "hasPartnershipWith",
    RelationType.COOPERATION: "cooperatesWith",
    RelationType.AGREEMENT: "hasAgreementWith",
    RelationType.VISIT: "visited",
    RelationType.MEETING: "metWith",
    RelationType.PARTICIPATION: "participatedIn",
    RelationType.HOSTING: "hosted",
    RelationType.RESPONSIBILITY: "responsibleFor",
    RelationType.SUPPORT: "supports",
    RelationType.TRADE: "tradesWith",
    RelationType.STRENGTH: "strongIn",
    RelationType.INTEREST: "interestedIn",
    RelationType.REPRESENTATION: "representedIn",
    RelationType.MEMBERSHIP: "memberOf",
    RelationType.AFFILIATION: "affiliatedWith",
    RelationType.FRAMEWORK: "frameworkFor",
    RelationType.CONCERN: "concernedAbout",
}


class Status(StrEnum):
    """How far a relation has come: a ladder from planned to ended."""

    PLANNED = "planned"
    ACTIVE = "active"
    CONCLUDED = "concluded"
    ENDED = "ended"


class Basis(StrEnum):
    """On what a relation rests: read by rules, annotated by hand on this very text, or decided by a person by name."""

    MACHINE = "machine"
    CURATED = "curated"
    REVIEWED = "reviewed"
