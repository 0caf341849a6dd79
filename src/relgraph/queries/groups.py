"""The groups of the catalogue: what kind of answer a question gives, in the order in which they are listed."""

from collections.abc import Mapping

GROUPS: Mapping[str, Mapping[str, str]] = {
    "partners": {"de": "Partner", "en": "Partners"},
    "technology": {"de": "Technologien und Themen", "en": "Technologies and topics"},
    "agreements": {"de": "Vereinbarungen und Zusagen", "en": "Agreements and commitments"},
    "visits": {"de": "Besuche und Begegnungen", "en": "Visits and encounters"},
    "institutions": {"de": "Einrichtungen und Personen", "en": "Institutions and people"},
    "time": {"de": "Zeit", "en": "Time"},
    "risks": {"de": "Lücken und Risiken", "en": "Gaps and risks"},
    "evidence": {"de": "Belege", "en": "Evidence"},
}
