"""Questions as one asks them of the relations themselves, where nothing is summed up beforehand.

Each stands for a question of the catalogue, whose parameters it has; it gives the ends, counts and dates, and neither
labels nor sentences.
"""

HEAD = """PREFIX rg: <https://w3id.org/relgraph/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX topic: <https://w3id.org/relgraph/topic/> PREFIX id: <https://w3id.org/relgraph/id/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
COUNTED = "(COUNT(DISTINCT ?e) AS ?sentences) (COUNT(DISTINCT ?g) AS ?releases) (MAX(?day) AS ?newest)"
RELATED = "?r rg:subject ?s ; rg:object ?o ; rg:evidence ?e . ?g dcterms:issued ?day ."
LIMITED = "ORDER BY DESC(?sentences) LIMIT 500"
NAIVE = {
    ("partnerships", ""): f"SELECT ?s ?o {COUNTED} {{ GRAPH ?g {{ ?r a rg:Partnership . {RELATED} }} }} "
    f"GROUP BY ?s ?o {LIMITED}",
    ("partnerships", "country"): f"SELECT ?s ?o {COUNTED} {{ VALUES ?j {{ JAPAN }} GRAPH ?g {{ ?r a rg:Partnership . "
    f"{RELATED} }} FILTER(?s = ?j || ?o = ?j) }} GROUP BY ?s ?o {LIMITED}",
    ("partner-ranking", ""): f"SELECT ?s ?o {COUNTED} {{ GRAPH ?g {{ ?r a ?type . {RELATED} }} "
    f"FILTER(?type IN (rg:Partnership, rg:Cooperation, rg:Agreement, rg:Visit, rg:Meeting, rg:Support, rg:Trade)) }} "
    f"GROUP BY ?s ?o {LIMITED}",
    ("cooperation-fields", "country"): f"SELECT ?s ?t {COUNTED} {{ GRAPH ?g {{ ?r a rg:Cooperation ; rg:topic ?t . "
    f"{RELATED} }} FILTER(?s = JAPAN || ?o = JAPAN) }} GROUP BY ?s ?t {LIMITED}",
    ("visits-and-meetings", "actor"): f"SELECT ?s ?o ?type {COUNTED} {{ GRAPH ?g {{ ?r a ?type . {RELATED} }} "
    f"FILTER(?type IN (rg:Visit, rg:Meeting)) FILTER(?s = HOME || ?o = HOME) }} GROUP BY ?s ?o ?type {LIMITED}",
    ("technology-leaders", "topic"): f"SELECT ?s {COUNTED} {{ GRAPH ?g {{ ?r a rg:Strength ; rg:topic topic:research ; "
    f"rg:subject ?s ; rg:evidence ?e . ?g dcterms:issued ?day }} }} GROUP BY ?s {LIMITED}",
    ("relations-between", "other"): f"SELECT ?type {COUNTED} {{ GRAPH ?g {{ ?r a ?type . {RELATED} }} "
    "FILTER((?s = HOME && ?o = JAPAN) || (?s = JAPAN && ?o = HOME)) } GROUP BY ?type",
    ("releases-by-year", ""): "SELECT ?year ?type (COUNT(DISTINCT ?r) AS ?relations) (COUNT(DISTINCT ?g) AS ?releases) "
    "{ GRAPH ?g { ?r a ?type ; rg:subject ?s . ?g dcterms:issued ?day } "
    "BIND(SUBSTR(STR(?day), 1, 4) AS ?year) } GROUP BY ?year ?type ORDER BY ?year ?type",
}  # fmt: skip


def naive():
    """Each with its key: the question of the catalogue, and the parameter that it is asked with last."""
    ends = {"JAPAN": "<https://w3id.org/relgraph/id/country/JP>", "HOME": "<https://w3id.org/relgraph/id/region/DE-BW>"}
    for key, text in NAIVE.items():
        for name, iri in ends.items():
            text = text.replace(name, iri)
        yield key, HEAD + text
