"""Files that tell a web server how to give what lies there: by name without suffix, as page or as RDF, and as what."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

_APACHE = """\
# Apache: the address of a thing without suffix gives the form that the client prefers; a relation and a sentence lead
# to their place on the page of their release. It needs mod_negotiation, mod_mime and mod_alias, all of them usual.
Options +MultiViews
DirectoryIndex index.html
AddType text/html .html
AddType text/turtle;qs=0.8 .ttl
AddType application/ld+json;qs=0.7 .jsonld
AddCharset UTF-8 .html .ttl .jsonld
RedirectMatch 303 ^(.*/)id/relation/([^/]+)/([^/]+)$ $1id/release/$2#r-$3
RedirectMatch 303 ^(.*/)id/evidence/([^/]+)/([^/]+)$ $1id/release/$2#s-$3
<IfModule mod_headers.c>
Header always set Access-Control-Allow-Origin "*"
Header edit Content-Type "; *qs=[0-9.]+" ""
</IfModule>
"""
_NGINX = """\
# nginx: the lines for `http` and for `server`, the site being the root. The address of a thing without suffix gives the
# form that the client prefers; a relation and a sentence lead to their place on the page of their release.

# http:
map $http_accept $relgraph_form {
    default                   .html;
    ~*text/html               .html;
    ~*application/ld\\+json    .jsonld;
    ~*text/turtle             .ttl;
}

# server:
types { text/html html; text/css css; image/svg+xml svg; text/turtle ttl; application/ld+json jsonld;
        application/xml xml; text/plain txt rq; text/tab-separated-values tsv; }
charset utf-8;
charset_types text/turtle application/ld+json;
add_header Access-Control-Allow-Origin *;
add_header Vary Accept;
rewrite ^/(en/)?id/relation/([^/]+)/([^/]+)$ /$1id/release/$2#r-$3 redirect;
rewrite ^/(en/)?id/evidence/([^/]+)/([^/]+)$ /$1id/release/$2#s-$3 redirect;
location / { index index.html; try_files $uri $uri$relgraph_form $uri.html $uri/index.html =404; }
"""


def server_files() -> dict[str, bytes]:
    """Settings for Apache, which reads `.htaccess`, for nginx, to be put where its own are, and for GitHub Pages."""
    return {".htaccess": _APACHE.encode(), ".nojekyll": b"", "nginx.conf": _NGINX.encode()}


def sitemap(base_url: str, pages: Sequence[str], most: int = 50_000) -> Iterator[tuple[str, bytes]]:
    """Maps of the pages, so many in each as the protocol takes, and an index where there are several.

    >>> [name for name, _ in sitemap("https://example.org/", ["index.html", "topics.html"], 1)]
    ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']
    """
    addresses = [base_url + page for page in pages]
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    if len(parts) == 1:
        yield "sitemap.xml", _urls(parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urls(part)
    inner = "".join(f"<sitemap><loc>{escape(base_url + name)}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", _document("sitemapindex", inner)


def _urls(addresses: Iterable[str]) -> bytes:
    return _document("urlset", "".join(f"<url><loc>{escape(one)}</loc></url>\n" for one in addresses))


def _document(name: str, inner: str) -> bytes:
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{start}<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{inner}</{name}>\n'.encode()
