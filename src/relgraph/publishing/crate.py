"""RO-Crate 1.1: the folder as one research object, each file described; and the page that shows it.

Owns both documents. The context is named by its address, as the standard asks; its readers bring it along.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from relgraph import __version__
from relgraph.describing.dataset import About
from relgraph.describing.figures import Figures
from relgraph.describing.files import File, Kind
from relgraph.describing.void import licence
from relgraph.explore.templating import environment
from relgraph.publishing.sizes import size

METADATA = "ro-crate-metadata.json"
PREVIEW = "ro-crate-preview.html"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_SOFTWARE = "#relgraph"


def crate_metadata(
    counted: Figures, said: About, files: Sequence[File], folders: Mapping[str, Kind], base: str
) -> bytes:
    """The metadata of the crate; `folders` hold too much to describe each file, `base` is the address of all."""
    graph = [_descriptor(), _root(counted, said, [*(file.name for file in files), *folders], base), *_around(said)]
    graph += [_file(file) for file in files]
    graph += [_folder(name, kind) for name, kind in folders.items()]
    document = {"@context": f"{_SPECIFICATION}/context", "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def crate_preview(counted: Figures, said: About, files: Sequence[File], folders: Mapping[str, Kind]) -> bytes:
    """The page; it loads nothing."""
    page = environment("relgraph.publishing").get_template("ro-crate-preview.html")
    rows = [(name, kind, "", "") for name, kind in folders.items()]
    rows += [(file.name, file.kind, size(file.size), file.sha256) for file in files]
    return page.render(
        said=said, counted=counted, rows=rows, licence=_licence(said), day=published(counted, said)
    ).encode()


def published(counted: Figures, said: About) -> str | None:
    """The day since which the data is published, if that is told; else that of the newest release, which it follows."""
    return said.issued or counted.last


def _descriptor() -> dict[str, Any]:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _SPECIFICATION},
        "about": {"@id": "./"},
    }


def _root(counted: Figures, said: About, names: Sequence[str], base: str) -> dict[str, Any]:
    root = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": base,
        "name": said.title.en,
        "alternateName": said.title.de,
        "description": f"{said.description.en} {said.description.de}",
        "datePublished": published(counted, said),
        "license": {"@id": _licence(said)},
        "author": {"@id": _publisher(said)},
        "publisher": {"@id": _publisher(said)},
        "keywords": ", ".join((*said.keywords.en, *said.keywords.de)),
        "inLanguage": counted.languages[0] if len(counted.languages) == 1 else list(counted.languages),
        "temporalCoverage": f"{counted.first}/{counted.last}" if counted.first else None,
        "hasPart": [{"@id": name} for name in names],
        "mentions": {"@id": "#publish"},
    }
    return {key: value for key, value in root.items() if value is not None}


def _around(said: About) -> list[dict[str, Any]]:
    """Licence, publisher, the program and what it did."""
    return [
        {"@id": _licence(said), "@type": "CreativeWork", "name": said.licence, "description": licence(said)},
        {
            "@id": _publisher(said),
            "@type": "Organization",
            "name": said.publisher.name,
            **({"url": address} if (address := said.page or said.publisher.iri) else {}),
        },
        {
            "@id": _SOFTWARE,
            "@type": "SoftwareApplication",
            "name": "relgraph",
            "version": __version__,
            "url": "https://w3id.org/relgraph/project",
        },
        {
            "@id": "#publish",
            "@type": "CreateAction",
            "name": "relgraph publish",
            "instrument": {"@id": _SOFTWARE},
            "result": {"@id": "./"},
        },
    ]


def _file(file: File) -> dict[str, Any]:
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.name,
        "description": f"{file.kind.en} / {file.kind.de}",
        "encodingFormat": file.kind.media,
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }


def _folder(name: str, kind: Kind) -> dict[str, Any]:
    return {"@id": name, "@type": "Dataset", "name": name, "description": f"{kind.en} / {kind.de}"}


def _licence(said: About) -> str:
    return said.licence_document or licence(said)


def _publisher(said: About) -> str:
    return said.publisher.iri or "#publisher"
