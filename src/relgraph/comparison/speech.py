"""How a comparison speaks: its headings, counts and coverage in German or English."""

from pathlib import Path

from relgraph.comparison.comparison import By, Citation, Comparison, Count, Row, Side
from relgraph.dates import spelt
from relgraph.resources import read_words

WORDS = Path(__file__).parent / "words.yaml"
"""What is said, in both languages."""


class Speech:
    """The words for a comparison in one language, `de` or `en`."""

    def __init__(self, comparison: Comparison, language: str) -> None:
        self.comparison = comparison
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """What is said under a key, with values put in their places."""
        return read_words(WORDS)[key][self.language].format(**values)

    def number(self, n: int) -> str:
        """A number as the reader writes it: 1.234 or 1,234."""
        written = f"{n:,}"
        return written.replace(",", ".") if self.language == "de" else written

    @property
    def title(self) -> str:
        """Heading of the whole."""
        return self.say("title", names=", ".join(partner.name for partner in self.comparison.partners))

    @property
    def legend(self) -> str:
        """What a cell says."""
        return self.say("legend" if self.comparison.by is By.TOPIC else "legend_plain")

    def label(self, row: Row) -> str:
        """Name of a row; one for what has no topic or no date has none of its own."""
        return row.label if row.key else self.say("no_year" if self.comparison.by is By.YEAR else "no_topic")

    def cell(self, count: Count) -> str:
        """Releases and, in brackets, sentences; empty where nothing is said."""
        return f"{self.number(count.releases)} ({self.number(count.sentences)})" if count.relations else ""

    def told(self, row: Row, partner: Side) -> str:
        """All that a cell knows, in one text: whose, counts, the newest sentence with its date and release."""
        count = row.of(partner)
        counts = self.say("cell", releases=self.number(count.releases), sentences=self.number(count.sentences))
        head = f"{partner.name} · {self.label(row)}: {counts}"
        return f"{head}\n{self.quote(count.newest)}" if count.newest else head

    def quote(self, cited: Citation) -> str:
        """A sentence in quotation marks with its date, release and basis."""
        opened, closed = "„“" if self.language == "de" else "“”"
        return f"{opened}{' '.join(cited.sentence.split())}{closed} ({self.source(cited)}; {self.say(cited.basis)})"

    def source(self, cited: Citation) -> str:
        """Date, publisher and title of the release of a sentence."""
        date = spelt(cited.date, self.language) if cited.date else self.say("undated")
        return ", ".join(part for part in (date, cited.publisher, cited.title) if part)

    def scope(self) -> str:
        """From how many releases the comparison is made, of whom, from when to when."""
        held = self.comparison
        region = held.region
        counted = self.number(held.all_releases)
        told = self.say("scope_region", n=counted, region=region.name) if region else self.say("scope_all", n=counted)
        dates = self._span(held.first, held.last)
        return f"{told}{dates}. {self.say('offices')}"

    def _span(self, first: str | None, last: str | None) -> str:
        """From when to when, behind what is told; empty where no date is known."""
        if not first or not last:
            return ""
        return self.say("scope_dates", first=spelt(first, self.language), last=spelt(last, self.language))

    def bases(self, partner: Side) -> str:
        """On what the relations of a partner rest: `10 maschinell gelesen, 2 kuratiert`."""
        held = self.comparison.coverage[partner.iri].bases
        return ", ".join(f"{self.number(n)} {self.say(basis)}" for basis, n in held.items())

    def covered(self, partner: Side) -> str:
        """One line on what the counts of a partner rest on."""
        count, coverage = self.comparison.totals[partner.iri], self.comparison.coverage[partner.iri]
        counted = f"{self.number(count.relations)} {self.say('relations')}"
        bases = f" ({self.bases(partner)})" if coverage.bases else ""
        counts = self.say("cell", releases=self.number(count.releases), sentences=self.number(count.sentences))
        dates = self._span(coverage.first, coverage.last)
        return f"{partner.name}: {counted}{bases}, {counts}{dates}"

    def alone(self) -> list[str]:
        """For each partner that has rows to itself, which."""
        found = ((partner, self.comparison.only(partner)) for partner in self.comparison.partners)
        return [
            self.say("only", name=partner.name, labels=", ".join(self.label(row) for row in rows))
            for partner, rows in found
            if rows
        ]
