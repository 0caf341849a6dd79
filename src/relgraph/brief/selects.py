"""The questions that a brief asks a store: first what belongs to the focus, then relations with all they hold.

`relgraph.queries.batches` binds `?thing` behind the first `WHERE`.
"""

MENTIONING = "SELECT DISTINCT ?found WHERE { GRAPH ?found { ?found schema:mentions ?thing } }"
PRIORITIES = "SELECT DISTINCT ?found WHERE { GRAPH ?thing { ?found a rg:Interest } }"
# What no brief tells is left in the store: it would be a third of the rows
_TOLD = "FILTER(?property NOT IN (rg:rule, rg:when) && !SAMETERM(?value, rg:Relation))"
# The limit says to the engine that the inner question is the smaller one, so that it begins with it
RELATIONS = f"""SELECT ?relation ?property ?value {{ {{ SELECT DISTINCT ?graph ?relation WHERE {{
    {{ GRAPH ?graph {{ ?relation rg:subject ?thing }} }} UNION {{ GRAPH ?graph {{ ?relation rg:object ?thing }} }}
  }} LIMIT 10000000 }} GRAPH ?graph {{ ?relation ?property ?value }} {_TOLD} }}"""
PROPERTIES = f"""SELECT (?thing AS ?relation) ?property ?value WHERE {{
  GRAPH ?graph {{ ?thing ?property ?value }} {_TOLD} }}"""
SENTENCES = """SELECT ?thing ?value WHERE {
  GRAPH ?graph { ?thing oa:hasSelector ?quote . ?quote oa:exact ?value } }"""
RELEASES = """SELECT ?thing ?property ?value WHERE { GRAPH ?thing { ?thing ?property ?value } FILTER(?property IN (
  dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language, rg:region)) }"""
THINGS = """SELECT ?thing ?name (LANG(?name) AS ?language) ?kind ?whole WHERE {
  { ?thing rdfs:label ?name } UNION { ?thing skos:prefLabel ?name } UNION { ?thing a ?kind }
  UNION { ?thing rg:partOf ?whole } }"""
TECHNOLOGIES = "SELECT DISTINCT ?found WHERE { ?found skos:broader* ?thing }"
NEWEST = (
    "SELECT (MAX(STR(?issued)) AS ?value) WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?issued } }"
)
