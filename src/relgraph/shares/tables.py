"""The tables of the file of shares: what is kept, and what is made of it."""

import re
from hashlib import sha256

from relgraph.shares.rows import rows_digest

KEPT = """
CREATE TABLE share (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, release TEXT NOT NULL, date TEXT,
  publisher TEXT, language TEXT NOT NULL, region TEXT, counts TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE standing (generation TEXT NOT NULL, share INTEGER NOT NULL, PRIMARY KEY (generation, share))
  WITHOUT ROWID;
CREATE TABLE filled (code TEXT NOT NULL);
CREATE TABLE derived (generation TEXT NOT NULL, shape TEXT NOT NULL, warnings TEXT NOT NULL);
CREATE TABLE source (digest TEXT PRIMARY KEY, share INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX source_of ON source (share);
"""
MADE = """
CREATE TABLE description (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, content TEXT NOT NULL);
CREATE INDEX description_of ON description (entity);
CREATE TABLE describes (description INTEGER NOT NULL, share INTEGER NOT NULL, PRIMARY KEY (description, share))
  WITHOUT ROWID;
CREATE INDEX describes_in ON describes (share);
CREATE TABLE tie (id INTEGER PRIMARY KEY, type TEXT NOT NULL, subject TEXT NOT NULL, other TEXT NOT NULL,
  to_topic INTEGER NOT NULL, status TEXT NOT NULL, role TEXT);
CREATE INDEX tie_of ON tie (subject, type);
CREATE INDEX tie_with ON tie (other, type);
CREATE TABLE part (tie INTEGER NOT NULL, share INTEGER NOT NULL, relation TEXT NOT NULL, sentence TEXT NOT NULL,
  topics TEXT NOT NULL, basis TEXT NOT NULL, stated TEXT, text TEXT NOT NULL,
  document TEXT, turned INTEGER NOT NULL, due TEXT);
CREATE INDEX part_of ON part (tie, share);
CREATE INDEX part_in ON part (share);
CREATE INDEX part_naming ON part (document) WHERE document IS NOT NULL;
CREATE INDEX IF NOT EXISTS share_of_day ON share (date);
CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, part_of TEXT,
  described INTEGER NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX entity_named ON entity (name);
CREATE INDEX entity_in ON entity (part_of);
CREATE TABLE tally (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, party TEXT NOT NULL, counterpart TEXT, topic TEXT,
  type TEXT);
CREATE TABLE member (tie INTEGER NOT NULL, tally INTEGER NOT NULL, stands INTEGER NOT NULL, PRIMARY KEY (tie, tally))
  WITHOUT ROWID;
CREATE INDEX member_of ON member (tally, stands);
"""
"""What is made anew of what is kept, where another version of the code has made it or laid it out otherwise."""


def kept_names() -> set[str]:
    """Names of the tables that are kept."""
    return set(re.findall(r"CREATE TABLE (\w+)", KEPT))


def filling() -> str:
    """What says how the others were made: the code that makes rows, and how they are laid out."""
    return f"{rows_digest()} {sha256(MADE.encode()).hexdigest()}"
