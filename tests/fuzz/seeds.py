"""What fuzzing begins with: inputs that are right, and pieces that have a meaning to whoever reads them."""

import gzip
import zlib
from pathlib import Path

from relgraph.resources import folder

_PAGE = """<!DOCTYPE html><html lang="de"><head><title>Reise - Staatsministerium</title><meta charset="utf-8">
<meta property="og:url" content="https://example.org/a"><script type="application/ld+json">{"@type":"NewsArticle",
"datePublished":"2024-02-01"}</script></head><body><main><h1>Reise nach Japan</h1><time datetime="2024-02-01">1. Februar
2024</time><p class="lead">Das Land arbeitet mit Japan zusammen.</p><p>Baden-Württemberg und Kanagawa sind seit 1989
Partner, sagte der Minister &bdquo;in Stuttgart&ldquo;.</p><ul><li>Robotik<li>Wasserstoff</ul></main></body></html>"""
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Presse | Staatskanzlei Hessen</title><item>
<title>Reise &amp; mehr</title><link>https://example.org/a</link><pubDate>Thu, 14 Mar 2024 00:30:00 +0100</pubDate>
</item></channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><entry><title type="html">b</title>
<link href="b"/><updated>2024-03-14T00:00:00Z</updated></entry></feed>"""
_MARKDOWN = """---
id: bw-1
date: "2024-02-01"
publisher: Staatsministerium Baden-Württemberg
region: Baden-Württemberg
title: "Reise nach Japan"
---

# Reise

Das **Land** arbeitet mit [Japan](https://example.org) bei der Robotik zusammen. <!-- so -->

> Der Minister reist am 3. Mai 2024 nach Kanagawa.
"""
_TEXT = """Stuttgart, 1. Februar 2024

Reise nach Japan

Ministerpräsident Winfried Kretschmann (Grüne) reist vom 3. bis 5. Mai 2024 nach Japan und Südkorea. „Wir wollen mit der
Präfektur Kanagawa, der Universität Kyoto und der Firma Aoki GmbH zusammenarbeiten“, sagte er. Das Land will 2,5
Millionen Euro geben; China könnte folgen. Eine Partnerschaft mit Shanxi gibt es nicht."""
_QUESTIONS = (
    "PREFIX a: <http://a/> SELECT DISTINCT * FROM <http://a/g> FROM NAMED a:h "
    "WHERE { ?s ?p 'x' OPTIONAL { ?s a a:b } } LIMIT 5",
    "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a/rdfs:subClassOf* ?t } "
    "FILTER(REGEX(?s, \"a\", 'i') && ?n < 3) } GROUP BY ?s",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <http://away.invalid/> { ?s ?p ?o } }",
    "ASK { { SELECT ?s { VALUES (?s ?p) { (1 UNDEF) } } } UNION { ?s ^a|!a:b ?o } MINUS { ?s ?p [] } }",
    "BASE <http://a/> DESCRIBE <b> ?c { ?c a '''x\\u0053''' }",
    "INSERT DATA { GRAPH <http://a/g> { <a> a 1 } } ; "
    "PREFIX b: <http://b/> DELETE { ?s ?p ?o } INSERT { } USING <a> WHERE { }",
    "LOAD SILENT <http://away.invalid/> INTO GRAPH <http://a/g>; CLEAR GRAPH <http://a/g>",
)  # fmt: skip
_ASKED = (
    "Wer führt bei Halbleitern?", "Mit welchen Regionen in Japan arbeitet Bayern seit 2015 zusammen?",
    "Which institutions does Baden-Württemberg work with in Japan?", "Wer besuchte letztes Jahr China und Korea?",
)  # fmt: skip
_GOLD = """id: a
title: Reise
date: "2024-02-01"
text: |
  Das Land Hessen arbeitet mit Japan bei der Robotik zusammen.
entities:
  - {name: Japan, type: Country}
  - {name: Hessen, type: Region}
relations:
  - {type: cooperation, subject: Hessen, object: Japan, topics: [robotics],
     evidence: Das Land Hessen arbeitet mit Japan}
"""
_DECISIONS = """- decision: reject
  by: Eva
  on: 2024-02-01
  release: a
  relation: {type: visit, subject: {name: Hessen}, object: {name: Japan, id: country/JP}, sentence: Hessen reist.}
- {decision: same, by: Eva, on: 2024-02-01, one: {name: A}, other: {name: B}}
"""
_RDF = (
    b"\0@prefix a: <http://a/> . a:b a:c [ a:d ( 1 'x'@de ) ] .",
    b'\1<http://a/s> <http://a/p> "\\u00e9"^^<http://a/t> .\n',
    b'\2<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf='
    b'"http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a/"><rdf:Description rdf:about="b"><a:c>&x;</a:c>'
    b"</rdf:Description></rdf:RDF>",
    b'\3{"@context": {"a": "http://a/", "b": {"@id": "a:b", "@container": "@list"}}, '
    b'"@id": "a:c", "b": [1, {"@value": "x"}]}',
    b'\3{"@context": "http://away.invalid/context.jsonld", "a": "b"}',
    b"\4@prefix a: <http://a/> . a:g { a:b a:c a:d }",
    b"\5<http://a/s> <http://a/p> <http://a/o> <http://a/g> .\n",
)
_RESULTS = (
    b'\0{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x","xml:lang":"de"}}]}}',
    b'\1<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="a"/></head>'
    b'<results><result><binding name="a"><uri>http://a/</uri></binding></result></results></sparql>',
    b'\3?a\t?b\n<http://a/>\t"x"@de\n',
)
_REQUESTS = (
    b"\0\0\0query=SELECT+*+{+?s+?p+?o+}&format=csv\0accept: text/csv\0",
    b"\1\0\0\0content-type: application/sparql-query\0ASK { ?s ?p 'x' }",
    b"\1\0\0default-graph-uri=http://a/\0content-type: application/x-www-form-urlencoded\0query=SELECT+*+{}",
    b"\1\0\0\0content-type: application/sparql-update\0INSERT DATA { <a:b> <a:c> 1 }",
    b"\3\1\0graph=http://a/g\0content-type: text/turtle\0<a:b> <a:c> 1 .",
    b"\1\1\0default\0content-type: multipart/form-data; boundary=x\0"
    b"--x\r\nContent-Type: text/turtle\r\n\r\n<a:b> <a:c> 1 .\r\n--x--",
    b"\0\2\0\0accept: text/html, application/xhtml+xml;q=0.9\naccept-language: en\ncookie: language=en\0",
    b"\0\4\0q=Wer+f%C3%BChrt+bei+Robotik%3F\0accept: text/html\0",
    b"\0\5\0country=Japan&format=json\0accept: application/json\0",
    b"\0\x08.ttl\0\0if-none-match: *\nrange: bytes=0-1\0", b"\0\x0b\0about=Japan&since=2010\0\0",
    b"\0\x0c\0partner=Japan&partner=China&by=year\0\0", b"\0\x10/1\0since=0\0\0",
    b"\0\x06/visits\0country=JP&limit=3\0\0",
)  # fmt: skip
_INDEX = (
    b'\0{"number":1,"id":"urn:x:1","prev":null,"patch":"1.rdfp.gz","patch_sha256":"a","records":"1.jsonl.gz","records_sha256":'
    b'"a","graph_sha256":"a","graph_statements":1,"statements":{"came":1},"releases":{},"relations":{}}\n'
)


def _pdf() -> bytes:
    """A small PDF with a page, packed as offices pack them."""
    content = zlib.compress(b"BT /F1 12 Tf 72 720 Td (Das Land arbeitet mit Japan bei der Robotik zusammen.) Tj ET")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table, len(body),
    )  # fmt: skip


def _files(name: str, pattern: str, most: int) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder(name).rglob(pattern))[:most]]


def seeds(target: str) -> list[bytes]:
    """Inputs that a target begins with."""
    text = [one.encode() for one in _QUESTIONS]
    packed = gzip.compress(b"A <a:s> <a:p> <a:o> .\n", mtime=0)
    return {
        "text": [_TEXT.encode()], "markdown": [_MARKDOWN.encode()], "page": [_PAGE.encode()], "pdf": [_pdf()],
        "origin": [b'{"url": "https://example.org/a", "title": "Reise", "date": "2024-02-01", "charset": "utf-8"}'],
        "feed": [_FEED.encode(), _ATOM.encode()], "extraction": [_TEXT.encode()],
        "guard": text, "lexing": text, "questions": text[:5],
        "binding": [b"x' } # \\\0 VALUES", b"http://a/b>\0?v", b'"""\\u0022\0{'],
        "header": _files("queries", "*.rq", 6), "question_file": _files("queries", "*.rq", 6),
        "ask": [one.encode() for one in _ASKED],
        "yaml": [_GOLD.encode(), _DECISIONS.encode()], "gold": [_GOLD.encode()], "decisions": [_DECISIONS.encode()],
        "rdf": list(_RDF), "chain": [_INDEX, b"\1" + packed, b"\2" + packed],
        "pointer": [b"\0" + b"a" * 32 + b"\n", b"\1" + packed], "results": list(_RESULTS), "endpoint": list(_REQUESTS),
    }[target]  # fmt: skip


_SPARQL = (
    "SERVICE ", "SILENT ", "LOAD ", "\\u0053ERVICE", "<http://away.invalid/>", "PREFIX ", "BASE ", "FROM NAMED ",
    "USING ", "WHERE ",
    "SELECT * ", "VALUES ", "OPTIONAL ", "FILTER ", "EXISTS ", "BIND(", " AS ?x)", "'''", '"""', "{", "}", "(", ")",
    "#", "\n", ";",
    "<<(", ")>>", "^", "|", "/", "*", "!", "?s", "$s", "a:b", "、:", "@de", "^^", "\\", "\u2028", "LATERAL ",
    "INSERT DATA ", "CLEAR ALL",
)  # fmt: skip
_MARKUP = (
    "<script>alert(1)</script>", "<p>", "</p>", "<table><tr><td>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;",
    "&#x202e;",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<?xml version='1.0' encoding='utf-7'?>", "<meta charset='", "<time>", "<h1>",
    "<a href='", "<br>",
)  # fmt: skip
_PROSE = (
    "Japan", "Jаpan", "China", "Kanagawa", "Minister", "Universität Kyoto", " GmbH", "am 31. Februar 2024",
    "2,5 Millionen Euro",
    "„", "“", "(", ")", ", ", " und ", ". ", "\n\n", "\u202e", "\u00ad", "\u200b", "\u0000", "e\u0301", "ﬁ", "İ", "ß",
    "–", "---\n",
    "reist nach", "arbeitet mit", "nicht", "seit 1989", "der ", "Frau Dr. ", "\U0001f600", "\ud7ff",
)  # fmt: skip
_YAML = (
    "&a ",
    "*a",
    "!!python/name:os",
    "- ",
    "? ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "|\n",
    ">\n",
    "'",
    '"',
    "#+ ",
    "<<: ",
    "!!int ",
    "~",
)
_JSON = ('{"', '":', '"@context":', '"@id":', '"@list":', '"@reverse":', "null", "1e999", "\\ud800", "[", "]", "}", ",")
_WIRE = (
    "\0", "accept: ", "content-type: ", "application/sparql-query", "application/json", "text/html", "q=0.", "%00",
    "%2e%2e/", "%ff",
    "..;/", "//", "query=", "update=", "format=", "default-graph-uri=", "graph=", "default", "&", "limit=", "since=",
    "country=", "JP",
    "host: ", "x-forwarded-for: ", "range: bytes=0-", "if-none-match: ", "cookie: ", "origin: http://a",
    "authorization: Bearer ",
)  # fmt: skip


def pieces() -> list[bytes]:
    """What is put into inputs beside single signs."""
    every = (*_SPARQL, *_MARKUP, *_PROSE, *_YAML, *_JSON, *_WIRE)
    return [piece.encode("utf-8", "surrogatepass") for piece in every]


def write_corpus(place: Path, target: str) -> None:
    """The inputs of a target as files."""
    place.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (place / f"seed-{number}").write_bytes(seed)
