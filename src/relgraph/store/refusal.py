"""A server's refusal: whether it helps to come again, and what is said of it in one line.

Owns no connection.
"""

import re
import time
from email.utils import parsedate_to_datetime
from urllib.error import HTTPError

from relgraph.errors import QueryError, StoreError
from relgraph.store.address import Address

_LONGEST = 60.0
"""Seconds that a server may ask to be waited for; who asks for more is told of as busy."""
_MOST = 300
"""Characters of a reason that are passed on."""
_MARKUP = re.compile(r"(?is)<(style|script|title|head)\b.*?</\1\s*>|<[^<>]*>")


class Refusal:
    """What a server has answered instead of doing what it was asked to."""

    def __init__(self, answer: HTTPError) -> None:
        """Read the answer; it may be closed afterwards."""
        self.status = answer.code
        self._later = answer.headers.get("Retry-After")
        self._place = answer.headers.get("Location")
        markup = "html" in answer.headers.get("Content-Type", "")
        try:
            said = answer.read(20 * _MOST).decode("utf-8", errors="replace")
        except OSError:
            said = ""  # its status is known, and says enough
        text = " ".join((_MARKUP.sub(" ", said) if markup else said).replace("\\n", " ").split())
        self._reason = text if len(text) <= _MOST else f"{text[:_MOST]} …"

    def wait(self, otherwise: float, *, again: bool) -> float | None:
        """Seconds after which to come again, or none: it does not help, or may do twice what must be done once."""
        # Who answers 429 has done nothing; 503 may come from one in between, who does not know what was done
        if self.status != 429 and not (self.status == 503 and again):
            return None
        asked = _seconds(self._later)
        return otherwise if asked is None else asked if asked <= _LONGEST else None

    def error(self, address: Address, *, updating: bool) -> QueryError | StoreError:
        """Say whether what was asked is to blame or the server."""
        where = address.updates if updating else address.questions
        reason = f": {self._reason}" if self._reason else ""
        if self.status == 400:
            return QueryError("SPARQL", f"refused by {where}{reason}")
        told = f"answers with HTTP status {self.status}{reason}"
        if self._place and 300 <= self.status < 400:
            told += f"; it leads on to {self._place}, which has to be given itself"
        if self.status in (401, 403):
            told += "; RELGRAPH_STORE_USER and RELGRAPH_STORE_PASSWORD or RELGRAPH_STORE_TOKEN say who asks"
        if self._later:
            told += f"; it asks to be tried again after {self._later}" + (" seconds" if self._later.isdigit() else "")
        return StoreError(where, told)


def _seconds(later: str | None) -> float | None:
    """Seconds of a `Retry-After`, which is a number or a date."""
    if later is None:
        return None
    if later.strip().isdigit():
        return float(later)
    try:
        return max(0.0, parsedate_to_datetime(later).timestamp() - time.time())
    except ValueError:
        return None
