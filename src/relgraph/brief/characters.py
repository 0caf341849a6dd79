"""Characters that no reader sees, or that a typesetter has no shape for, spelt out by their number.

A release is untrusted: a control character ends a Word file, and a bidirectional override reorders what a reader sees.
"""

import re
from dataclasses import fields, is_dataclass
from typing import TypeVar

T = TypeVar("T")

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
# What the fonts inside Typst have a shape for; a test typesets all of it
SHAPES = (
    r" -~\xa0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u05d0-\u05ea"
    r"\u1e00-\u1f15\u2000-\u200a\u2010-\u2027\u202f-\u2040\u2044-\u2052\u2054-\u205e\u2070\u2071\u2074-\u208e"
    r"\u20a0-\u20c0\u2100-\u211e\u2122\u2126-\u2151\u2153-\u2184\u2190-\u23ff\u2500-\u25ff"
)
_SHAPELESS = re.compile(rf"[^{SHAPES}\n\t]")


def spelt(text: str) -> str:
    r"""The text with control characters and bidirectional overrides spelt out.

    >>> spelt("rot: \x1b[31m")
    'rot: [U+001B][31m'
    """
    return _UNSEEN.sub(_number, text)


def shaped(text: str) -> str:
    """The text with what no font inside Typst can show spelt out.

    >>> shaped("Präfektur 神奈川")
    'Präfektur [U+795E][U+5948][U+5DDD]'
    """
    return _SHAPELESS.sub(_number, text)


def spelt_out(value: T) -> T:
    """A value of the document model with all its texts spelt out."""
    if isinstance(value, str):
        return spelt(value)  # type: ignore[return-value]  # mypy does not narrow T
    if isinstance(value, tuple):
        return tuple(spelt_out(part) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: spelt_out(getattr(value, field.name)) for field in fields(value)})
    return value


def _number(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
