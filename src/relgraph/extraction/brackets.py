"""Brackets with an abbreviation that stand behind a name."""

from relgraph.extraction.draft import Draft


def behind_bracket(draft: Draft, index: int) -> int:
    """Index behind a bracketed abbreviation."""
    tokens = draft.tokens
    if index + 2 < len(tokens) and tokens[index].text == "(":
        for end in range(index + 1, min(index + 6, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
    return index
