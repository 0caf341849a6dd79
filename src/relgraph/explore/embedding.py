"""How data, scripts and styles get into one HTML file safely: escaped, hashed, and from nowhere else."""

import json
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def json_block(value: object) -> str:
    r"""JSON that can stand inside a `<script>`: no character in it can end the element or start a comment.

    >>> print(json_block({"name": "</script>"}))
    {"name":"\u003c/script\u003e"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _UNSAFE.items():  # an order of magnitude faster than str.translate
        text = text.replace(character, escaped)
    return text


@lru_cache
def style(*names: str) -> str:
    """Text of our own style sheets, one after the other."""
    return "\n".join(_read(STATIC / name) for name in names)


@lru_cache
def script(*names: str) -> str:
    """Text of our own scripts, one after the other."""
    return "\n".join(_read(STATIC / name) for name in names)


@lru_cache
def vis_network() -> str:
    """The vis-network library out of the installed pyvis.

    Its style sheet stays behind: 220 kB for toolbars and pop-ups that the page does not use.
    """
    import pyvis

    return _read(Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js")


def policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Content security policy that lets these inline texts run and nothing else load.

    >>> policy(("a()",), ()).split("; ")[2]
    "script-src 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"
    """
    parts = ["default-src 'none'", "img-src data:"]
    for name, texts in (("script-src", scripts), ("style-src", styles)):
        if texts:
            parts.append(f"{name} {' '.join(_source(text) for text in texts)}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(path: Path) -> str:
    """Text of a file; browsers turn CR LF into LF before they hash, so we do too."""
    text = path.read_text(encoding="utf-8")
    if "</script" in text.lower() or "</style" in text.lower():
        raise ValueError(f"{path} would end its own element")
    return text
