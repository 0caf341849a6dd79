"""The questions that a comparison asks a store; `?thing` is bound to many things at a time."""

RELATIONS = """SELECT ?release ?relation ?type ?basis ?evidence ?other WHERE {
  { GRAPH ?release { ?relation rg:subject ?thing ; a ?type ; rg:basis ?basis ; rg:evidence ?evidence }
    OPTIONAL { GRAPH ?release { ?relation rg:object ?other } } }
  UNION
  { GRAPH ?release {
    ?relation rg:object ?thing ; a ?type ; rg:subject ?other ; rg:basis ?basis ; rg:evidence ?evidence } }
  FILTER(?type != rg:Relation && ?type != rg:Affiliation) }"""
TOPICS = """SELECT ?relation ?topic WHERE {
  { GRAPH ?release { ?relation rg:subject ?thing } } UNION { GRAPH ?release { ?relation rg:object ?thing } }
  GRAPH ?release { ?relation rg:topic ?topic } }"""
RELEASES = "SELECT ?release WHERE { GRAPH ?release { ?release a rg:Release } }"
DATES = "SELECT ?release ?date WHERE { GRAPH ?release { ?release a rg:Release ; dcterms:issued ?date } }"
OF_REGION = "SELECT ?found WHERE { GRAPH ?found { ?found rg:region ?thing } }"
SENTENCES = """SELECT ?thing ?sentence WHERE {
  GRAPH ?release { ?thing oa:hasSelector ?quote . ?quote oa:exact ?sentence } }"""
SOURCES = {
    "title": "SELECT ?thing ?value WHERE { GRAPH ?thing { ?thing dcterms:title ?value } }",
    "publisher": "SELECT ?thing ?value WHERE { GRAPH ?thing { ?thing dcterms:publisher ?value } }",
    "url": "SELECT ?thing ?value WHERE { GRAPH ?thing { ?thing dcterms:source ?value } }",
}
LABELS = """SELECT ?thing ?label (LANG(?label) AS ?language) WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label } }"""
