"""The questions that a brief asks a store: first what belongs to the focus, then relations with all they hold.

`relgraph.queries.batches` binds `?thing`.
"""

RELATIONS = """SELECT DISTINCT ?found WHERE {
  { GRAPH ?graph { ?found rg:subject ?thing } } UNION { GRAPH ?graph { ?found rg:object ?thing } } }"""
MENTIONING = "SELECT DISTINCT ?found WHERE { GRAPH ?found { ?found schema:mentions ?thing } }"
PRIORITIES = "SELECT DISTINCT ?found WHERE { GRAPH ?thing { ?found a rg:Interest } }"
PROPERTIES = "SELECT ?graph ?thing ?property ?value WHERE { GRAPH ?graph { ?thing ?property ?value } }"
SENTENCES = """SELECT ?thing ?value WHERE {
  GRAPH ?graph { ?thing rg:evidence ?evidence . ?evidence oa:hasSelector ?quote . ?quote oa:exact ?value } }"""
RELEASES = """SELECT ?thing ?property ?value WHERE { GRAPH ?thing { ?thing ?property ?value } FILTER(?property IN (
  dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language, rg:region)) }"""
NAMES = """SELECT ?thing ?value (LANG(?value) AS ?language) WHERE {
  { ?thing rdfs:label ?value } UNION { ?thing skos:prefLabel ?value } }"""
KINDS = "SELECT ?thing ?value WHERE { ?thing a ?value }"
PARTS = "SELECT ?thing ?value WHERE { ?thing rg:partOf ?value }"
TECHNOLOGIES = "SELECT DISTINCT ?found WHERE { ?found skos:broader* ?thing }"
NEWEST = (
    "SELECT (MAX(STR(?issued)) AS ?value) WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?issued } }"
)
