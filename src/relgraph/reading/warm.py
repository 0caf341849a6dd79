"""What every process that reads needs, read once: importing this module is what does it.

Workers are forked from a process that has imported it, so that each begins with all of it, also one that replaces a
worker that has died.
"""

import gc

from relgraph.extraction.pipeline import extract
from relgraph.model import Release
from relgraph.reading.fingerprint import reading_digest

READ = extract(
    Release(id="x", title="x", region="Bayern", text="Bayern unterhält seit 2019 ein Büro in Shenzhen.")
)  # fmt: skip
"""Reading one sentence brings names, words and rules."""

reading_digest()
gc.freeze()  # so that collecting garbage neither looks at all of it nor copies its pages
