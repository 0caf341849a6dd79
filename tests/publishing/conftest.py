"""One bundle of the small build, made once."""

import pytest

from relgraph.describing.dataset import about
from relgraph.difference.chain import Chain, changes_folder
from relgraph.publishing.bundle import Where, bundle
from relgraph.publishing.writing import write_folder
from relgraph.store.embedded import open_embedded

ABOUT = """
title: {de: "Beziehungen des Landes", en: "Relations of the Land"}
publisher: {name: "Ministerium <b>", iri: "https://example.org/ministerium", type: RegionalAuthority}
contact: {name: Referat 1, email: daten@example.org}
page: https://example.org/daten
contributor: beispiel
issued: 2026-11-27
modified: 2026-11-27
availability: STABLE
licence: dl-by-de/2.0
licenceDocument: https://www.govdata.de/dl-de/by-2-0
attribution: Ministerium
"""
BASE = "https://example.org/data/"


@pytest.fixture(scope="session")
def about_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("about") / "about.yml"
    path.write_text(ABOUT, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def files(built, about_file):
    """Content of each file of a bundle, by name."""
    with open_embedded(built / "store") as store:
        chain = Chain(changes_folder(built / "store"))
        where = Where.of(BASE.rstrip("/"), "https://example.org/sparql")
        made = bundle(store, about(about_file), where, lambda step, done, total: None, chain=chain)
        return {name: b"".join(content) for name, content in made}


@pytest.fixture(scope="session")
def folder(files, tmp_path_factory):
    """The bundle as a folder; tests read it and leave it as it is."""
    out = tmp_path_factory.mktemp("bundle") / "bundle"
    write_folder(out, files.items())
    return out
