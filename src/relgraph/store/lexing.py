"""The words of a SPARQL text, as far as one needs them to find a clause: no grammar, no meaning.

Comments, IRIs, strings, variables and prefixed names are words of their own, so that a brace or keyword in them is
none. The engine parses; whoever puts something into a text by these words lets the engine judge what comes of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = re.compile(
    r"""(?P<comment> \#[^\n\r]* ) | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
      | (?P<text> \"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\")? | '''(?:[^'\\]|\\.|'(?!''))*+(?:''')?
        | "(?:[^"\\\n\r]|\\.)*+"? | '(?:[^'\\\n\r]|\\.)*+'? )
      | (?P<variable> [?$]\w+ ) | (?P<name> (?:\w[\w.-]*+)?:(?:[\w.:%-]|\\.)* )
      | (?P<mark> [{}();] ) | (?P<run> \w[\w.-]*+ )""",
    re.VERBOSE | re.DOTALL,
)
# What is not closed ends where it ends nevertheless, and words with dots between them are passed at once: else a text
# could be read to its end again from each of its signs
_WORD = re.compile(r"\w+")
_OPENING, _CLOSING = "({", ")}"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `depth` is how many brackets are open around it, a bracket standing outside itself."""

    kind: str
    text: str
    start: int
    end: int
    depth: int

    def says(self, *keywords: str) -> bool:
        """Whether it is one of these keywords (in capitals), or one of these marks."""
        return self.kind in ("word", "mark") and self.text.upper() in keywords


def words(sparql: str, *, comments: bool = False) -> Iterator[Word]:
    """All words; those of comments only where they are asked for.

    >>> [word.text for word in words("ASK { ?s a <http://a/#b> } # {")]
    ['ASK', '{', '?s', 'a', '<http://a/#b>', '}']
    """
    depth = 0
    for match in _WORDS.finditer(sparql):
        kind, text = match.lastgroup or "", match.group()
        if kind == "comment" and not comments:
            continue
        if kind == "run":
            for word in _WORD.finditer(sparql, match.start(), match.end()):
                yield Word("word", word.group(), word.start(), word.end(), depth)
            continue
        depth -= kind == "mark" and text in _CLOSING
        yield Word(kind, text, match.start(), match.end(), depth)
        depth += kind == "mark" and text in _OPENING


def outer(sparql: str) -> list[Word]:
    """Words outside all brackets, and the outermost brackets themselves."""
    return [word for word in words(sparql) if word.depth == 0]


def blank(text: str) -> str:
    """As many blanks as a text has signs, its lines as they are."""
    return "".join(sign if sign in "\r\n" else " " for sign in text)
