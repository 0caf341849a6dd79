"""DCAT-AP.de 3.0: the entry by which data portals know a graph, its ontology, and each of their files.

Owns the statements. What nobody has told (who may be asked, since when it is published) is left out; what the graph
tells (languages, time, the territories that releases speak for) is stated. Everything has a name, nothing is blank.
"""

from collections.abc import Iterator, Sequence

from rdflib import Literal
from rdflib.namespace import XSD

from relgraph.describing.authorities import authorities, explained
from relgraph.describing.dataset import About
from relgraph.describing.figures import Figures
from relgraph.describing.files import File
from relgraph.describing.terms import Value, amount, both, says
from relgraph.describing.void import Places, licence, publisher
from relgraph.graph.terms import Quad, moment, text
from relgraph.resources import folder, read_words
from relgraph.vocabulary import ID, ONTOLOGY

EU = "http://publications.europa.eu/resource/authority/"
DE = "http://dcat-ap.de/def/"
IANA = "https://www.iana.org/assignments/media-types/"
_ONTOLOGY = ONTOLOGY.rstrip("#")
_STATES = DE + "politicalGeocoding/stateKey/"


def dcat_quads(
    counted: Figures, places: Places, base: str, document: str, said: About, files: Sequence[File]
) -> Iterator[Quad]:
    """The entry of a catalogue; `base` is the address of the folder, `document` that of the entry itself."""
    entry = _Entry(counted, places, base, document, said, files)
    parts = (entry.catalogue, entry.graph, entry.ontology, entry.distributions, entry.service, entry.agents)
    told = [quad for part in parts for quad in part()]
    yield from told
    yield from explained(told)


class _Entry:
    def __init__(
        self, counted: Figures, places: Places, base: str, document: str, said: About, files: Sequence[File]
    ) -> None:
        self._counted, self._places, self._base, self._document = counted, places, base, document
        self._said, self._files = said, [file for file in files if file.kind.part is not None]
        self._words = read_words(folder("data") / "describing" / "words.yml")
        self._sets = {"graph": places.dataset, "ontology": _ONTOLOGY}
        self._publisher = publisher(said, places.document)

    def _part(self, name: str) -> str:
        return f"{self._document}#{name}"

    def catalogue(self) -> Iterator[Quad]:
        """The catalogue with both data sets."""
        words, said = self._words["catalogue"], self._said
        yield from says(
            self._part("catalogue"),
            ("rdf:type", "dcat:Catalog"),
            *both("dcterms:title", words["de"], words["en"]),
            *both("dcterms:description", said.description.de, said.description.en),
            ("dcterms:publisher", self._publisher),
            ("dcterms:license", licence(said)),
            ("foaf:homepage", said.page),
            *(("dcterms:language", language) for language in _languages(("de", "en"))),
            *self._dates(),
            self._availability(),
            ("dcat:themeTaxonomy", EU + "data-theme"),
            *(("dcterms:spatial", place) for place in self._spatial()),
            *(("dcat:dataset", iri) for iri in self._sets.values()),
            ("dcat:service", self._part("service") if self._places.sparql else None),
        )
        taxonomy = authorities().taxonomy
        yield from says(
            EU + "data-theme", ("rdf:type", "skos:ConceptScheme"), *both("dcterms:title", taxonomy.de, taxonomy.en)
        )
        yield from says(f"{self._base}README.md", ("rdf:type", "foaf:Document"))
        if said.page:
            yield from says(said.page, ("rdf:type", "foaf:Document"))

    def graph(self) -> Iterator[Quad]:
        """The data set of the graph."""
        said, counted = self._said, self._counted
        yield from says(
            self._places.dataset,
            ("rdf:type", "dcat:Dataset"),
            *both("dcterms:title", said.title.de, said.title.en),
            *both("dcterms:description", said.description.de, said.description.en),
            *self._shared(self._places.dataset),
            *(("dcterms:language", language) for language in _languages(counted.languages)),
            *(("dcterms:spatial", place) for place in self._spatial()),
            ("dcatde:politicalGeocodingLevelURI", DE + "politicalGeocoding/Level/state" if self._states() else None),
            ("dcterms:temporal", self._part("time") if counted.first else None),
            ("dcterms:conformsTo", _ONTOLOGY),
        )
        if counted.first and counted.last:
            yield from says(
                self._part("time"),
                ("rdf:type", "dcterms:PeriodOfTime"),
                ("dcat:startDate", moment(counted.first)),
                ("dcat:endDate", moment(counted.last)),
            )
        for region in self._counted.regions:
            if region not in self._states():
                yield from says(region, ("rdf:type", "dcterms:Location"))
        yield from says(_ONTOLOGY, ("rdf:type", "dcterms:Standard"))

    def ontology(self) -> Iterator[Quad]:
        """The data set of the ontology."""
        words = self._words["ontology"]
        yield from says(
            _ONTOLOGY,
            ("rdf:type", "dcat:Dataset"),
            *both("dcterms:title", words["de"], words["en"]),
            *both("dcterms:description", words["de"], words["en"]),
            *self._shared(_ONTOLOGY),
            *(("dcterms:language", language) for language in _languages(("de", "en"))),
        )

    def _shared(self, dataset: str) -> Iterator[tuple[str, Value]]:
        """What holds of both data sets."""
        said = self._said
        yield "dcterms:identifier", Literal(dataset)
        yield "dcterms:publisher", self._publisher
        yield "dcat:contactPoint", self._part("contact") if self._reachable() else None
        yield "dcatde:contributorID", f"{DE}contributors/{said.contributor}" if said.contributor else None
        yield "dcat:landingPage", said.page
        yield "foaf:page", f"{self._base}README.md"
        yield from self._dates()
        yield self._availability()
        for theme in said.themes:
            yield "dcat:theme", f"{EU}data-theme/{theme}"
        for language, words in (("de", said.keywords.de), ("en", said.keywords.en)):
            for word in words:
                yield "dcat:keyword", text(word, language)
        for file in self._files:
            if self._sets[file.kind.part or ""] == dataset:
                yield "dcat:distribution", self._part(f"file-{file.key}")

    def distributions(self) -> Iterator[Quad]:
        """Each file of each data set."""
        for file in self._files:
            part, checksum = self._part(f"file-{file.key}"), self._part(f"checksum-{file.key}")
            address = self._base + file.name
            yield from says(
                part,
                ("rdf:type", "dcat:Distribution"),
                ("dcterms:title", Literal(file.name)),
                *both("dcterms:description", file.kind.de, file.kind.en),
                ("dcat:accessURL", address),
                ("dcat:downloadURL", address),
                ("dcat:mediaType", IANA + file.kind.media),
                ("dcterms:format", f"{EU}file-type/{file.kind.type}" if file.kind.type else None),
                ("dcat:byteSize", amount(file.size)),
                ("spdx:checksum", checksum),
                ("dcterms:license", licence(self._said)),
                (
                    "dcatde:licenseAttributionByText",
                    Literal(self._said.attribution) if self._said.attribution else None,
                ),
                ("adms:status", f"{EU}distribution-status/COMPLETED"),
                *self._dates(),
                self._availability(),
            )
            yield from says(address, ("rdf:type", "rdfs:Resource"))
            yield from says(
                checksum,
                ("rdf:type", "spdx:Checksum"),
                ("spdx:algorithm", "spdx:checksumAlgorithm_sha256"),
                ("spdx:checksumValue", Literal(file.sha256, datatype=XSD.hexBinary)),
            )

    def service(self) -> Iterator[Quad]:
        """The SPARQL endpoint, where there is one."""
        if self._places.sparql is None:
            return
        words, title = self._words["service"], self._said.title
        yield from says(self._places.sparql, ("rdf:type", "rdfs:Resource"))
        yield from says(
            self._part("service"),
            ("rdf:type", "dcat:DataService"),
            *both("dcterms:title", words["de"].format(title=title.de), words["en"].format(title=title.en)),
            ("dcterms:publisher", self._publisher),
            ("dcat:endpointURL", self._places.sparql),
            ("dcat:servesDataset", self._places.dataset),
            self._availability(),
        )

    def agents(self) -> Iterator[Quad]:
        """Who publishes, and who may be asked."""
        said = self._said
        kind = f"http://purl.org/adms/publishertype/{said.publisher.type}" if said.publisher.type else None
        yield from says(
            self._publisher,
            ("rdf:type", "foaf:Agent"),
            ("foaf:name", Literal(said.publisher.name)),
            ("dcterms:type", kind),
        )
        if self._reachable():
            yield from says(
                self._part("contact"),
                ("rdf:type", "vcard:Kind"),
                ("vcard:fn", Literal(said.contact.name or said.publisher.name)),
                ("vcard:hasEmail", f"mailto:{said.contact.email}" if said.contact.email else None),
                ("vcard:hasURL", said.contact.url),
            )

    def _reachable(self) -> bool:
        return bool(self._said.contact.email or self._said.contact.url)

    def _dates(self) -> Iterator[tuple[str, Value]]:
        for name, day in (("issued", self._said.issued), ("modified", self._said.modified)):
            if day is not None:
                yield f"dcterms:{name}", moment(day)

    def _availability(self) -> tuple[str, Value]:
        told = self._said.availability
        return "dcatap:availability", f"{EU}planned-availability/{told}" if told else None

    def _states(self) -> dict[str, str]:
        """Keys of the German Länder that releases speak for, by IRI of the region."""
        keys = authorities().states
        regions = {region: region.removeprefix(f"{ID}region/") for region in self._counted.regions}
        return {region: keys[code] for region, code in regions.items() if code in keys}

    def _spatial(self) -> list[str]:
        """The territories that releases speak for: German Länder as portals know them, others as the graph does."""
        states = self._states()
        return [_STATES + states[region] if region in states else region for region in self._counted.regions]


def _languages(codes: Sequence[str]) -> list[str]:
    known = authorities().languages
    return [f"{EU}language/{known[code]}" for code in codes if code in known]
