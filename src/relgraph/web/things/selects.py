"""The questions that pages of things ask a store: each begins at one thing and looks up what hangs on it.

`relgraph.queries.batches` binds `?thing` behind the first `WHERE`; no question needs a union of graphs.
"""

CLASSES = """SELECT DISTINCT ?type WHERE { { ?thing a ?type } UNION { GRAPH ?graph { ?thing a ?type } } }"""
OWN = """SELECT ?property ?value (LANG(?value) AS ?language) WHERE {
  VALUES ?property { rdf:type rg:code owl:sameAs skos:exactMatch skos:closeMatch }
  ?thing ?property ?value }"""
CONCEPT = """SELECT ?property ?value (LANG(?value) AS ?language) WHERE {
  VALUES ?property { skos:altLabel skos:definition skos:exactMatch skos:closeMatch owl:sameAs }
  ?thing ?property ?value }"""
BROADER = "SELECT ?value WHERE { ?thing skos:broader ?value }"
NARROWER = "SELECT ?value WHERE { ?value skos:broader ?thing }"
# Told from its end: a path that begins at what is bound by a list begins nowhere for Virtuoso
WHOLES = "SELECT ?part ?whole WHERE { ?part ^rg:partOf* ?thing . ?part rg:partOf ?whole }"

_TIE = """?tie rg:relationType ?type ; rg:tieStatus ?status ; rg:sentenceCount ?sentences .
  OPTIONAL { ?tie rg:object ?object } OPTIONAL { ?tie rg:lastDate ?last }"""
TIES_OF = f"""SELECT DISTINCT ?tie ?subject ?object ?type ?status ?sentences ?last WHERE {{
  {{ ?tie rg:subject ?thing }} UNION {{ ?tie rg:object ?thing }} ?tie rg:subject ?subject . {_TIE} }}"""
TIES_ABOUT = f"""SELECT ?tie ?subject ?object ?type ?status ?sentences ?last WHERE {{
  ?tie rg:topic ?thing ; rg:subject ?subject . {_TIE} }}"""
TIES = f"""SELECT (?thing AS ?tie) ?subject ?object ?type ?status ?sentences ?last WHERE {{
  ?thing rg:subject ?subject . {_TIE.replace("?tie", "?thing")} }}"""
DETAILS = """SELECT ?thing ?property ?value WHERE { ?thing ?property ?value
  FILTER(?property IN (
    rg:topic, rg:tieBasis, rg:role, rg:releaseCount, rg:firstDate)) }"""
_COUNTED = """?tie rg:relationType ?type ; rg:sums ?relation . GRAPH ?release { ?relation rg:evidence ?evidence }
  } GROUP BY ?type"""
_COUNTS = "SELECT ?type (COUNT(DISTINCT ?evidence) AS ?sentences) (COUNT(DISTINCT ?release) AS ?releases) WHERE {"
COUNTS = f"{_COUNTS} {{ ?tie rg:subject ?thing }} UNION {{ ?tie rg:object ?thing }} {_COUNTED}"
COUNTS_ABOUT = f"{_COUNTS} ?tie rg:topic ?thing . {_COUNTED}"
DATED = """SELECT ?relation ?date WHERE { ?thing rg:sums ?relation .
  GRAPH ?release { ?relation rg:evidence ?evidence } OPTIONAL { GRAPH ?release { ?release dcterms:issued ?date } } }"""
SUMMING = "SELECT ?value WHERE { ?value rg:sums ?thing }"

TALLY = """SELECT ?property ?value WHERE { VALUES ?property { rdf:type rg:party rg:counterpart rg:tallyTopic
  rg:relationCount rg:sentenceCount rg:releaseCount rg:tieCount rg:newestRelation rg:earliestRelation
  rg:firstDate rg:lastDate } ?thing ?property ?value }"""
MONTH = """SELECT ?type ?status ?number ?relation WHERE {
  ?thing rg:monthType ?type ; rg:monthStatus ?status ; rg:monthNumber ?number .
  BIND(COALESCE(?number - FLOOR(?number), rg:Relation) AS ?newest)
  OPTIONAL { GRAPH ?release { ?relation rg:relationNumber ?newest } } }"""
YEAR = """SELECT ?property ?value WHERE { VALUES ?property { rg:yearPublisher rg:yearRegion rg:releaseCount
  rg:emptyCount rg:relationCount rg:sentenceCount rg:firstDate rg:lastDate } ?thing ?property ?value }"""
_IN_YEAR = """OPTIONAL { GRAPH ?release { ?release dcterms:issued ?date } }
  OPTIONAL { GRAPH ?release { ?release dcterms:publisher ?by } }
  OPTIONAL { ?thing rg:firstDate ?first } OPTIONAL { ?thing rg:yearPublisher ?publisher }
  FILTER(COALESCE(STR(?by), "") = COALESCE(STR(?publisher), "")
    && COALESCE(SUBSTR(STR(?date), 1, 4), "") = COALESCE(SUBSTR(STR(?first), 1, 4), "")) }"""
YEAR_IN_REGION = f"""SELECT ?release ?date WHERE {{ ?thing rg:yearRegion ?region .
  GRAPH ?release {{ ?release rg:region ?region }} {_IN_YEAR}"""
YEAR_NOWHERE = f"""SELECT ?release ?date WHERE {{ ?thing rg:emptyCount ?empty .
  GRAPH ?release {{ ?release rg:relationCount ?told }}
  FILTER NOT EXISTS {{ GRAPH ?release {{ ?release rg:region ?region }} }} {_IN_YEAR}"""
DEFINED = """SELECT ?property ?value (LANG(?value) AS ?language) WHERE { VALUES ?property { rdfs:label skos:definition }
  ?thing ?property ?value }"""

PARTS = """SELECT ?part ?kind WHERE { ?part rg:partOf ?thing ; a ?kind }"""
WEIGHTS = (
    "SELECT ?part (COUNT(?tie) AS ?ties) WHERE { ?part rg:partOf ?thing . ?tie rg:subject ?part } GROUP BY ?part",
    "SELECT ?part (COUNT(?tie) AS ?ties) WHERE { ?part rg:partOf ?thing . ?tie rg:object ?part } GROUP BY ?part",
)
NAMING = """SELECT ?release ?date WHERE {
  GRAPH ?release { ?release schema:mentions ?thing } OPTIONAL { GRAPH ?release { ?release dcterms:issued ?date } } }"""
STATING = """SELECT DISTINCT ?release ?date WHERE { GRAPH ?release { ?relation rg:topic ?thing }
  OPTIONAL { GRAPH ?release { ?release dcterms:issued ?date } } }"""

RELEASE = """SELECT ?property ?value (LANG(?value) AS ?language) WHERE { GRAPH ?thing { ?thing ?property ?value } }"""
STATED = "SELECT ?relation WHERE { GRAPH ?thing { ?relation rg:evidence ?evidence } }"
RULE = "SELECT ?rule WHERE { GRAPH ?release { ?thing rg:rule ?rule } }"
TEXT = """SELECT ?text WHERE { GRAPH ?release { ?thing rg:evidence ?evidence . ?release schema:articleBody ?text } }"""
SAME_SENTENCE = "SELECT ?relation WHERE { GRAPH ?release { ?relation rg:evidence ?thing } }"
