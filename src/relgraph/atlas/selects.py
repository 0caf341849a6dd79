"""The questions that a map asks a store."""

RELATIONS = """SELECT ?release ?relation ?type ?evidence ?one ?other WHERE {
  GRAPH ?release { ?relation rg:subject ?one ; rg:object ?other ; rg:evidence ?evidence ; a ?type }
  FILTER(?type != rg:Relation && ?type != rg:Affiliation) }"""
OF_TOPIC = "SELECT ?found WHERE { GRAPH ?release { ?found rg:topic ?thing } }"
NARROWER = "SELECT ?found WHERE { ?found skos:broader* ?thing }"
WITHIN = "SELECT ?one ?whole WHERE { ?one rg:within ?whole }"
KINDS = """SELECT ?thing ?kind WHERE {
  VALUES ?kind { rg:Country rg:Region rg:City rg:WorldRegion } ?thing a ?kind }"""
REGIONS = "SELECT ?release ?region WHERE { GRAPH ?release { ?release rg:region ?region } }"
