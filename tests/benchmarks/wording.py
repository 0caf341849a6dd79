"""What sentences of synthetic releases say, by type of relation and status: each is one that relgraph reads so."""

from naming import enumerated

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
# s, o: who and whom, by case; topics, on, since, until, amount: further words, each with a space before it, or none
SENTENCES = {
    ("partnership", "active"): "Zwischen {s.dat} und {o.dat} besteht{since} eine Partnerschaft{topics}{until}",
    ("partnership", "planned"): "{s.nom} und {o.nom} wollen eine Partnerschaft{topics} eingehen",
    ("cooperation", "active"): "{s.nom} arbeitet{since} mit {o.dat}{topics}{until} zusammen",
    ("cooperation", "planned"): "{s.nom} will künftig mit {o.dat}{topics}{until} zusammenarbeiten",
    ("agreement", "concluded"): "{s.nom} und {o.nom} haben{on} eine Absichtserklärung{topics} unterzeichnet",
    ("agreement", "planned"): "{s.nom} und {o.nom} wollen{on} eine Absichtserklärung{topics} unterzeichnen",
    ("visit", "concluded"): "{s.nom} besuchte{on} {o.acc}{talks}",
    ("visit", "planned"): "{s.nom} wird{on} {o.acc}{talks} besuchen",
    ("meeting", "concluded"): "{s.nom} traf{on} {o.acc}{talks}",
    ("meeting", "planned"): "{s.nom} will{on} {o.acc}{talks} treffen",
    ("participation", "concluded"): "{s.nom} nahm{on} an {o.dat} teil",
    ("participation", "planned"): "{s.nom} wird{on} an {o.dat} teilnehmen",
    ("hosting", "concluded"): "{s.nom} hat{on} {o.acc} ausgerichtet",
    ("hosting", "planned"): "{s.nom} will{on} {o.acc} ausrichten",
    ("chair", "active"): "{s.nom} hat den Vorsitz {o.gen}",
    ("chair", "ended"): "{s.nom} hatte zuletzt den Vorsitz {o.gen}",
    ("chair", "planned"): "{s.nom} wird den Vorsitz {o.gen} übernehmen",
    ("responsibility", "active"): "{s.nom} koordiniert {o.acc}",
    ("responsibility", "concluded"): "{s.nom} hat {o.acc} vorgelegt",
    ("responsibility", "planned"): "{s.nom} will {o.acc} vorlegen",
    ("support", "active"): "{s.nom} unterstützt {o.acc}{topics}{amount}",
    ("support", "concluded"): "{s.nom} hat {o.acc}{topics}{amount} unterstützt",
    ("support", "planned"): "{s.nom} will {o.acc}{topics}{amount} unterstützen",
    ("trade", "active"): "{s.nom} exportiert {o.to}",
    ("plant", "active"): "{s.nom} betreibt {o.at} ein Werk",
    ("strength", "active"): "{s.nom} ist{topics} führend",
    ("interest", "active"): "{s.nom} setzt Schwerpunkte{topics}",
    ("representation", "active"): "{s.nom} unterhält {o.at} ein Büro",
    ("membership", "active"): "{s.nom} ist Mitglied {o.gen}",
    ("affiliation", "active"): "{s.nom} sprach ein Grußwort",
    ("framework", "active"): "{o.nom} fußt auf {s.dat}",
    ("concern", "active"): "{s.nom} blickt{topics} mit Sorge auf die Lage {o.at}",
    ("worry", "active"): "{s.nom} warnte vor Rückschlägen{topics}",
}  # fmt: skip
FILLER = (
    "Das Programm des Tages war dicht, die Stimmung war gut.",
    "Weitere Einzelheiten werden in den kommenden Wochen bekannt gegeben.",
    "Der Abend klang bei freundlichem Wetter aus.",
    "Alles verlief so, wie es geplant war, und ohne Zwischenfälle.",
    "Fragen beantwortet die Pressestelle unter der bekannten Nummer.",
)


def sentence(kind, status, subject, obj, fields, topics):
    """A sentence in full, for a relation with these fields and labels of topics."""
    scope = f" {'im Bereich' if len(topics) == 1 else 'in den Bereichen'} {enumerated(topics)}" if topics else ""
    words = {
        "topics": scope, "talks": scope and f" zu Gesprächen{scope}",
        "on": f" am {day_words(fields['date'])}" if "date" in fields else "",
        "since": f" seit {fields['from']}" if "from" in fields else "",
        "until": f" bis {fields['until']}" if "until" in fields else "",
        "amount": f" mit {fields['amount']}" if "amount" in fields else "",
    }  # fmt: skip
    said = SENTENCES[kind, status].format(s=subject, o=obj, **words).rstrip(",")
    return f"{said[0].upper()}{said[1:]}."


def day_words(day):
    """A day as sentences say it.

    >>> day_words("2024-03-07")
    '7. März 2024'
    """
    year, month, number = map(int, day.split("-"))
    return f"{number}. {MONTHS[month - 1]} {year}"
