"""What search engines read on a page: the thing in terms of schema.org, as JSON-LD."""

from relgraph.brief.fact import Origin, Thing
from relgraph.publishing.site.material import Own

_TYPES = {
    "Country": "Country",
    "Region": "AdministrativeArea",
    "City": "City",
    "WorldRegion": "Place",
    "GovernmentBody": "GovernmentOrganization",
    "InternationalOrganisation": "Organization",
    "ResearchInstitution": "ResearchOrganization",
    "Company": "Corporation",
    "BusinessOrganisation": "Organization",
    "CivilSocietyOrganisation": "NGO",
    "Person": "Person",
    "Document": "CreativeWork",
    "Event": "Event",
    "Topic": "DefinedTerm",
}


def thing_data(thing: Thing, own: Own) -> dict[str, object]:
    """An entity or topic.

    >>> thing_data(Thing("x:jp", {"de": "Japan"}, "Country"), Own(code="JP"))["@type"]
    'Country'
    """
    data: dict[str, object] = {"@context": "https://schema.org", "@type": _TYPES[thing.kind], "@id": thing.iri}
    data["name"] = [{"@language": language, "@value": name} for language, name in sorted(thing.names.items())]
    if own.code:
        data["identifier"] = own.code
    if own.definitions:
        meant = sorted(own.definitions.items())
        data["description"] = [{"@language": language, "@value": text} for language, text in meant]
    if own.elsewhere:
        data["sameAs"] = list(own.elsewhere)
    return data


def release_data(origin: Origin, original: str | None) -> dict[str, object]:
    """A release.

    >>> sorted(release_data(Origin("x:1", "Ein Titel", "2023-05-04"), None))
    ['@context', '@id', '@type', 'datePublished', 'headline', 'inLanguage']
    """
    data: dict[str, object] = {"@context": "https://schema.org", "@type": "NewsArticle", "@id": origin.iri}
    data |= {"headline": origin.title, "inLanguage": origin.language}
    if origin.date:
        data["datePublished"] = origin.date
    if origin.publisher:
        data["publisher"] = {"@type": "Organization", "name": origin.publisher}
    if original:
        data["url"] = original
    return data
