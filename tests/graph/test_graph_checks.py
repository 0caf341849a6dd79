import re

import pytest

from handmade import GERMANY, JAPAN, LAND, VOGT, extraction
from relgraph.errors import DataError
from relgraph.graph import checks as checks_module
from relgraph.graph.checks import Check, check_evidence, check_queries, checks
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.store.contents import named_graphs
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import DIRECT_PROPERTIES

RG = "https://w3id.org/relgraph/ontology#"
A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ID = "https://w3id.org/relgraph/id"
RELEASE = f"<{ID}/release/bw-2023-12-01-alles>"
XSD = "http://www.w3.org/2001/XMLSchema#"

# What each check must find: lines with all these words go, these lines come.
BREACHES = {
    "backing-counts-differ": (
        (),
        [f"<b:1> {A} <{RG}Backing> .", f'<b:1> <{RG}relationCount> "1"^^<{XSD}integer> .'],
    ),
    "concluded-after-release": (
        ("ontology#date>",),
        [
            f'<b:1> <{RG}date> "2024-01"^^<{XSD}gYearMonth> {RELEASE} .',
            f"<b:1> <{RG}status> <{RG}concluded> {RELEASE} .",
        ],
    ),
    "country-field-differs": (
        ("country/JP#", "#sentenceCount>"),
        [f'<{ID}/country/JP#1> <{RG}sentenceCount> "9"^^<{XSD}integer> .']
        + [f'<{ID}/country/JP#1> <{RG}{name}Count> "9"^^<{XSD}integer> .' for name in ("relation", "release")]
        + [
            f"<{ID}/country/JP#1> <{RG}{name}> <{value}> ."
            for name, value in (
                ("fieldCountry", f"{ID}/country/JP"),
                ("fieldType", f"{RG}Visit"),
                ("fieldTopic", "https://w3id.org/relgraph/topic/robotics"),
                ("newestRelation", "b:1"),
            )
        ],
    ),
    "country-without-code": (("country/JP> ", "ontology#code>"), []),
    "date-without-precision": ((), [f'<b:1> <{RG}date> "2023"^^<{XSD}date> {RELEASE} .']),
    "digest-differs": ((RELEASE, "sha256>"), [f'{RELEASE} <http://schema.org/sha256> "{"0" * 64}" {RELEASE} .']),
    "direct-property-without-relation": ((), [f"<b:1> <{RG}cooperatesWith> <b:2> ."]),
    "doubt-differs": (
        (),
        [
            f"<b:{n}> <{RG}{name}> {value} {RELEASE} ."
            for n, doubt in enumerate(("0.5", "450000000.6"))
            for name, value in (
                ("doubt", f'"{doubt}"^^<{XSD}decimal>'),
                ("confidence", f'"0.{9 - 5 * n}"^^<{XSD}decimal>'),
                ("relationNumber", f'"0.5"^^<{XSD}decimal>'),
                ("basis", f"<{RG}machine>"),
            )
        ],
    ),
    "entity-never-mentioned": ((), [f"<b:1> {A} <{RG}Entity> ."]),
    "entity-of-two-kinds": ((), [f"<{ID}/country/JP> {A} <{RG}Person> ."]),
    "evidence-without-text": (("#exact>",), []),
    "institution-field-differs": (
        (),
        [f'<{ID}/organisation/x#1> <{RG}institutionRank> "10000001.000000010123456789"^^<{XSD}decimal> .']
        + [
            f"<{ID}/organisation/x#1> <{RG}{name}> <{value}> ."
            for name, value in (
                ("fieldInstitution", f"{ID}/organisation/x"),
                ("fieldType", f"{RG}Visit"),
                ("institutionTopic", "https://w3id.org/relgraph/topic/robotics"),
                ("newestRelation", "b:1"),
            )
        ],
    ),
    "joins-another-end": ((), [f"<{ID}/tie/1> <{RG}joins> <{ID}/country/JP> ."]),
    "joint-counts-differ": (
        (),
        [f'<b:1> <{RG}jointRank> "1.0"^^<{XSD}decimal> .']
        + [f'<b:1> <{RG}{name}Count> "1"^^<{XSD}integer> .' for name in ("relation", "sentence", "release")],
    ),
    "joint-field-of-other-ties": (("#jointTie>",), []),
    "known-days-differ": (("tie/", "#knownDay>"), []),
    "label-missing-in-german": (("#label>", "country/JP> "), []),
    "mentioned-entity-undescribed": ((), [f"{RELEASE} <http://schema.org/mentions> <b:1> {RELEASE} ."]),
    "month-counts-differ": (
        ("/month/", "#monthDay>"),
        [f'<{ID}/month/2020-01/visit/active> <{RG}monthDay> "20200100000200020002.1"^^<{XSD}decimal> .'],
    ),
    "name-counts-differ": (
        ("document/asien-strategie> <", "#relationCount>"),
        [f'<{ID}/document/asien-strategie> <{RG}relationCount> "9"^^<{XSD}integer> .'],
    ),
    "newest-relation-is-older": (
        ("tie/", "#newestRelation>"),
        [f"<{ID}/tie/1> {A} <{RG}Tie> .", f"<{ID}/tie/1> <{RG}newestRelation> <b:1> ."],
    ),
    "office-holder-differs": (
        (),
        [f"<{ID}/tie/1> <{RG}relationType> <{RG}Visit> ."]
        + [f"<{ID}/tie/1> <{RG}{name}> <{ID}/country/JP> ." for name in ("subject", "officeHolder")],
    ),
    "person-at-an-agreement": (
        (),
        [f"<b:1> {A} <{RG}Agreement> {RELEASE} .", f"<b:1> <{RG}subject> <{ID}/person/winfried-muster> {RELEASE} ."],
    ),
    "relation-days-differ": (("tie/", "#relationDay>"), []),
    "relation-ends-before-it-begins": (
        (),
        [
            f'<b:1> <{RG}from> "1990-05"^^<{XSD}gYearMonth> {RELEASE} .',
            f'<b:1> <{RG}until> "1989"^^<{XSD}gYear> {RELEASE} .',
        ],
    ),
    "relation-outside-its-release": ((), [f"<b:1> <http://www.w3.org/ns/oa#hasSource> <b:2> {RELEASE} ."]),
    "relation-without-evidence": (("ontology#evidence>",), []),
    "relation-without-tie": (("ontology#relationType>",), []),
    "release-counts-differ": (
        (RELEASE, "#sentenceCount>"),
        [f'{RELEASE} <{RG}sentenceCount> "9"^^<{XSD}integer> {RELEASE} .'],
    ),
    "release-outside-its-graph": ((), [f"<b:1> {A} <{RG}Release> {RELEASE} ."]),
    "promise-differs": (("tie/", "#promiseRank>"), [f'<{ID}/tie/1> <{RG}promiseKept> "20200101.5"^^<{XSD}decimal> .']),
    "release-without-year-sum": (("/id/year/", "#emptyCount>"), []),
    "reviewed-without-reviewer": ((), [f"<b:1> <{RG}basis> <{RG}reviewed> {RELEASE} ."]),
    "self-relation": ((), [f"<b:1> <{RG}{end}> <b:2> {RELEASE} ." for end in ("subject", "object")]),
    "tally-counts-differ": (
        ("/tally/", "#tieCount>"),
        [
            f"<{ID}/tally/1> {A} <{RG}PartnerTally> .",
            f'<{ID}/tally/1> <{RG}tieCount> "1"^^<{XSD}integer> .',
            f'<{ID}/tally/1> <{RG}relationCount> "1"^^<{XSD}integer> .',
        ],
    ),
    "tally-of-another-day": (
        (),
        [f"<{ID}/tally/1> {A} <{RG}Tally> .", f"<{ID}/tally/1> <{RG}newestRelation> <b:1> ."],
    ),
    "days-of-tally-differ": (
        ("/tally/", "#partnerSoFar>"),
        [
            f"<{ID}/tally/1> {A} <{RG}PartnerTally> .",
            *(
                f'<{ID}/tally/1> <{RG}{name}> "1"^^<{XSD}integer> .'
                for kind in ("Release", "Sentence", "Relation")
                for name in (f"{kind.lower()}Count", f"undated{kind}Count")
            ),
            f'<{ID}/tally/1> <{RG}dealingDay> "20230501100001"^^<{XSD}decimal> .',
        ],
    ),
    "tie-without-country-field": (("country/JP#", "#fieldCountry>"), []),
    "tie-without-institution-field": (("organisation/", "#fieldInstitution>"), []),
    "tie-counts-differ": (
        ("tie/", "Count> "),
        [],
    ),
    "tie-key-differs": (
        (),
        [
            line
            for name in ("b:1", "b:2")
            for line in (
                f'<{name}> <{RG}tieKey> "0" .',
                f"<{name}> <{RG}relationType> <{RG}Visit> .",
                f"<{name}> <{RG}subject> <{name}> .",
                f"<{name}> <{RG}object> <b:3> .",
            )
        ],
    ),
    "tie-of-another-country": (("tie/", "#tieCountry>"), [f"<{ID}/tie/1> <{RG}tieCountry> <{ID}/country/JP> ."]),
    "tie-of-another-kind": (("/relation/", "ontology#status>"), []),
    "days-of-tie-differ": (("tie/", "#tieDay>"), []),
    "tie-rank-differs": (
        (),
        [f'<b:1> <{RG}tieRank> "2.5"^^<{XSD}decimal> .', f'<b:1> <{RG}releaseCount> "1"^^<{XSD}integer> .'],
    ),
    "tie-tells-otherwise": (("tie/", "#tieStated>"), []),
    "topic-unknown": ((), [f"<b:1> <{RG}topic> <https://w3id.org/relgraph/topic/technology> {RELEASE} ."]),
    "when-differs": (("/relation/", "#when>"), []),
    "year-counts-differ": (
        ("/id/year/", "#releaseCount>"),
        [
            line
            for name in ("release", "relation", "sentence", "empty")
            for line in (f'<b:1> <{RG}{name}Count> "7"^^<{XSD}integer> .',)
        ],
    ),
}
ONTOLOGY = ontology_nquads()
RULES = [check.rule for check in checks()]


def selecting(lines):
    """The `select` of a store that holds these lines beside the ontology."""
    store = memory_store([*lines, *ONTOLOGY])
    return store.rows


def quotes(lines):
    """Breaches of all releases by their quotes."""
    with memory_store(lines) as store:
        graphs = [(graph.graph.decode()[1:-1], graph.values()) for graph in named_graphs(store)]
    return [violation for release, nodes in graphs for violation in check_evidence(release, nodes)]


def broken(lines, rule):
    words, added = BREACHES[rule]
    kept = [line for line in lines if not words or not all(word in line for word in words)]
    return [*kept, *added]


def test_the_good_graph_passes_every_check(lines):
    assert check_queries(selecting(lines)) == []
    assert quotes(lines) == []


def test_every_check_has_a_breach():
    assert sorted(BREACHES) == RULES


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "tie-counts-differ"])
def test_a_breach_is_found(lines, rule):
    found = [violation for violation in check_queries(selecting(broken(lines, rule))) if violation.rule == rule]
    assert found
    for violation in found:
        assert violation.focus.startswith(("b:", ID))
        assert violation.message.endswith(".")


@pytest.mark.parametrize("name", ["relationCount", "sentenceCount", "releaseCount"])
def test_a_tie_that_miscounts_is_found(lines, name):
    wrong = [line.replace('"2"^^', '"3"^^') if f"#{name}>" in line else line for line in lines]
    assert wrong != lines
    found = [
        one
        for one in check_queries(selecting(wrong))
        if one.rule
        not in (
            "country-field-differs",
            "joint-counts-differ",
            "name-counts-differ",
            "release-counts-differ",
            "tally-counts-differ",
            "days-of-tally-differ",
            "tie-rank-differs",
            "year-counts-differ",
        )
    ]
    assert {(violation.severity, violation.rule) for violation in found} == {("error", "tie-counts-differ")}
    counts = [line for line in wrong if f"#{name}>" in line and '"3"^^' in line and "/tie/" in line]
    assert len(found) == len(counts)


def test_a_tie_over_nothing_is_found(lines):
    orphan = [line for line in lines if "/relation/bw-2024-nochmals/" not in line]
    assert "tie-counts-differ" in {violation.rule for violation in check_queries(selecting(orphan))}


@pytest.mark.parametrize("name", ["tieCount", "relationCount"])
def test_a_tally_of_partners_that_miscounts_is_found(lines, name):
    partners = {line.split()[0] for line in lines if line.endswith(f"<{RG}PartnerTally> .")}
    wrong = [line.replace('"1"^^', '"9"^^') if f"#{name}>" in line and "/tally/" in line else line for line in lines]
    off = {line.split()[0] for line in wrong if '"9"^^' in line} & partners
    assert off
    rules = {"tieCount": ["tally-counts-differ"], "relationCount": ["tally-counts-differ", "days-of-tally-differ"]}[
        name
    ]
    assert {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(wrong))} == {
        (rule, tally) for rule in rules for tally in off
    }


@pytest.mark.parametrize("word", ["ontology#joins>", "ontology#tieStatus>"])
def test_a_tie_that_lacks_what_it_joins_by_is_found(lines, word):
    """Of each tie across borders one line goes: an end that is joined, or the status."""
    joining = {line.split()[0] for line in lines if "ontology#joins>" in line}
    gone = {next(line for line in lines if line.startswith(f"{tie} ") and word in line) for tie in joining}
    found = check_queries(selecting([line for line in lines if line not in gone]))
    assert joining
    assert {f"<{one.focus}>" for one in found if one.rule == "joins-another-end"} == joining


def test_a_tie_in_a_joint_field_of_others_is_found(lines):
    """Of another type, of another status, or with another end."""
    joint, tie = next((line.split()[0], line.split()[2]) for line in lines if "#jointTie>" in line)
    visit = next(line.split()[0] for line in lines if line.endswith(f"#relationType> <{RG}Visit> ."))
    status = next(line for line in lines if line.startswith(f"{tie} <{RG}tieStatus>"))
    end = next(line for line in lines if line.startswith(f"{joint} <{RG}jointEnd>"))
    double = [f"{joint} <{RG}jointTie> <b:1> .", f"<b:1> <{RG}tieStatus> <{RG}planned> ."]
    for wrong, off in (
        ([*lines, f"{joint} <{RG}jointTie> {visit} ."], visit),
        ([*(line for line in lines if line != status), status.replace("concluded", "ended"), *double], tie),
        ([*(line for line in lines if line != end), f"{joint} <{RG}jointEnd> <b:2> ."], tie),
    ):
        found = [one for one in check_queries(selecting(wrong)) if one.rule == "joint-field-of-other-ties"]
        assert off in {f"<{one.focus}>" for one in found}


@pytest.mark.parametrize("name", ["tieDay", "encounterDay", "eventDay", "planDay", "tieFirstDay"])
def test_days_of_a_tie_that_differ_from_its_times_are_found(lines, name):
    of_ties = [line for line in lines if f"#{name}>" in line]
    moved = re.sub(r'"(-?)(\d{4})', lambda year: f'"{year[1]}{int(year[2]) + 1}', of_ties[0])
    for wrong in ([line for line in lines if line != of_ties[0]], [*lines, moved]):
        found = {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(wrong))}
        assert found == {("days-of-tie-differ", of_ties[0].split()[0])}


@pytest.mark.parametrize("name", ["tieStated", "tieTold", "firstDate"])
def test_a_tie_whose_days_stand_for_no_time_is_found(lines, name):
    """Its numbers of days are as they were, its times are not."""
    offices = {line.split()[0] for line in lines if line.endswith(f"#relationType> <{RG}Affiliation> .")}
    ties = [line for line in lines if line.startswith(f"<{ID}/tie/") and f"#{name}>" in line]
    (told,) = [line for line in ties if line.split()[0] not in offices][:1]
    other = re.sub(r'"(\d{4})', lambda year: f'"{int(year[1]) - 1}', told)
    for wrong in ([line for line in lines if line != told], [*lines, other]):
        found = {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(wrong))}
        assert ("days-of-tie-differ", told.split()[0]) in found


def test_an_office_without_its_holder_or_with_another_is_found(lines):
    line = next(line for line in lines if "#officeHolder>" in line)
    tie, property_, _ = line.split(" ", 2)
    for wrong in ([], [f"{tie} {property_} <{ID}/country/JP> ."]):
        found = check_queries(selecting([*(one for one in lines if one != line), *wrong]))
        assert {(one.rule, f"<{one.focus}>") for one in found} == {("office-holder-differs", tie)}


def test_an_encounter_without_its_days_is_found(lines):
    tie = next(line.split()[0] for line in lines if line.endswith(f"#relationType> <{RG}Trade> ."))
    wrong = [line.replace(f"<{RG}Trade> .", f"<{RG}Meeting> .") if line.startswith(tie) else line for line in lines]
    assert ("days-of-tie-differ", tie) in {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(wrong))}


def test_a_tie_of_another_country_or_of_none_is_found():
    told = [("cooperation", LAND, other, "Sie arbeiten zusammen.", {}) for other in (GERMANY, JAPAN)]
    known = (GERMANY, JAPAN, LAND)
    lines = nquads([extraction(f"r-{n}", "2020-01-02", "Land", [one], known=known) for n, one in enumerate(told)])
    own = next(line for line in lines if f"<{RG}tieCountry>" in line)
    tie = own.split()[0]
    foreign = next(line.split()[0] for line in lines if line.startswith(f"<{ID}/tie/") and f"<{RG}joins>" in line)
    for wrong, off in (
        ([line for line in lines if line != own], tie),
        ([*lines, f"{tie} <{RG}tieCountry> <b:1> ."], tie),
        ([*lines, f"{foreign} <{RG}tieCountry> <{ID}/country/JP> ."], foreign),
    ):
        found = {f"<{one.focus}>" for one in check_queries(selecting(wrong)) if one.rule == "tie-of-another-country"}
        assert found == {off}


@pytest.mark.parametrize(
    "name", ["relationCount", "sentenceCount", "releaseCount", "firstDate", "lastDate", "newestRelation", "fieldType"]
)
def test_a_country_field_that_tells_otherwise_than_its_relations_is_found(lines, name):
    line = next(line for line in lines if "/country/JP#" in line and f"#{name}>" in line)
    subject, property_, value = line.split(" ", 2)
    other = next(one for one in lines if f"#{name}> " in one and not one.endswith(value))
    wrong = f"{subject} {property_} {other.split(' ', 2)[2]}"
    found = check_queries(selecting([*(one for one in lines if one != line), wrong]))
    assert ("country-field-differs", subject) in {(one.rule, f"<{one.focus}>") for one in found}


@pytest.mark.parametrize("name", ["institutionRank", "institutionTopic", "newestRelation", "fieldType"])
def test_an_institution_field_that_tells_otherwise_than_its_relations_is_found(lines, name):
    line = next(line for line in lines if "/organisation/" in line.split()[0] and "#fieldInstitution>" in line)
    line = next(one for one in lines if one.startswith(f"{line.split()[0]} ") and f"#{name}>" in one)
    subject, property_, value = line.split(" ", 2)
    others = {
        "institutionRank": [
            re.sub(r'"(\d+)\.', lambda told: f'"{int(told[1]) + 1}.', value),
            value.replace(".0", ".1"),
        ],
        "institutionTopic": ["<https://w3id.org/relgraph/topic/police> ."],
        "newestRelation": [
            "<b:1> .",
            next(one.split(" ", 2)[2] for one in lines if "country/JP#" in one and "#newestRelation> " in one),
        ],
        "fieldType": [f"<{RG}Concern> ."],
    }  # fmt: skip
    for other in others[name]:
        wrong = [*(one for one in lines if one != line), f"{subject} {property_} {other}"]
        found = check_queries(selecting(wrong))
        assert ("institution-field-differs", subject) in {(one.rule, f"<{one.focus}>") for one in found}


@pytest.mark.parametrize(
    "name", ["releaseCount", "emptyCount", "relationCount", "sentenceCount", "firstDate", "lastDate", "yearPublisher"]
)
def test_a_year_sum_that_tells_otherwise_than_its_releases_is_found(lines, name):
    (line,) = [line for line in lines if "/id/year/2023/" in line and f"#{name}>" in line]
    wrong = re.sub(r'"(\d*)', lambda told: f'"{int(told[1] or 0) + 1}', line, count=1)
    found = check_queries(selecting([*(one for one in lines if one != line), wrong]))
    assert ("year-counts-differ", line.split()[0]) in {(one.rule, f"<{one.focus}>") for one in found}
    assert {one.rule for one in found} - {"year-counts-differ"} <= {"release-without-year-sum"}


@pytest.fixture(scope="module")
def promised():
    """A promise told in either direction and with and without a date, the same kept twice, and a man of two offices."""
    plan = {"status": "planned", "topics": ("robotics",)}
    told = [
        ("2019-05-31", ("cooperation", LAND, JAPAN, "Eine Zusage.", {**plan, "until": "2020-06"})),
        (None, ("cooperation", JAPAN, LAND, "Noch eine.", {**plan, "date": "2021"})),
        ("2020-01-02", ("cooperation", LAND, JAPAN, "Sie ist da.", {"status": "active", "topics": ("robotics",)})),
        ("2020-01-02", ("cooperation", JAPAN, LAND, "Sie ist auch hier da.", {"status": "concluded"})),
        ("2020-01-03", ("affiliation", VOGT, LAND, "Ministerin Vogt.", {"role": "Ministerin"})),
        ("2020-01-04", ("affiliation", VOGT, LAND, "Präsidentin Vogt.", {"role": "Präsidentin"})),
    ]
    known = (GERMANY, JAPAN, LAND, VOGT)
    return nquads([extraction(f"r-{n}", date, "Land", [one], known=known) for n, (date, one) in enumerate(told)])


def test_promises_in_both_directions_and_two_offices_pass_every_check(promised):
    assert check_queries(selecting(promised)) == []
    assert {name: sum(f"#{name}>" in line for line in promised) for name in NUMBERS} == {
        "knownDay": 5, "promiseDay": 2, "promiseDue": 2, "promiseKept": 1, "relationDay": 6
    }  # fmt: skip


NUMBERS = {
    "knownDay": "known-days-differ", "promiseDay": "promise-differs",
    "promiseDue": "promise-differs", "promiseKept": "promise-differs", "relationDay": "relation-days-differ",
}  # fmt: skip


@pytest.mark.parametrize(("name", "rule"), NUMBERS.items())
@pytest.mark.parametrize("digits", [r"\d{4}(?=\d{4,16}\.)", r"\d(?=\.)", r'\d(?="\^\^)'])
def test_a_number_that_differs_from_the_relations_is_found(promised, name, rule, digits):
    """Another day or other counts, another relation, or none."""
    of_ties = [line for line in promised if f"#{name}>" in line]
    wrong = re.sub(digits, lambda one: f"{(int(one[0]) + 1) % 10 ** len(one[0])}", of_ties[0], count=1)
    assert wrong != of_ties[0]
    others = [line for line in promised if line != of_ties[0]]
    for lines in (others, [*promised, wrong], [*others, wrong]):
        found = {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(lines))}
        assert (rule, of_ties[0].split()[0]) in found
        assert {one for one, _ in found} == {rule}


def test_offices_are_told_by_one_tie(promised):
    offices = [line for line in promised if "#knownDay>" in line]
    ties = {line.split()[0] for line in promised if "/tie/" in line and f"<{RG}role>" in line}
    (first,) = ties & {line.split()[0] for line in offices}
    (second,) = ties - {first}
    one = next(line for line in offices if line.startswith(first))
    moved = [line for line in promised if line != one] + [one.replace(first, second)]
    found = {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(moved))}
    assert found == {("known-days-differ", tie) for tie in ties}


@pytest.mark.parametrize("name", ["tieEvidence", "tieRelease", "tieStated", "tieTold"])
def test_a_tie_that_tells_more_or_less_than_its_relations_is_found(lines, name):
    of_ties = [line for line in lines if f"#{name}>" in line]
    tie, property_, value = of_ties[0].split(" ", 2)
    other = f"<{ID}/tie/other> {property_} {value}"
    for wrong in ([*lines, other], [line for line in lines if line != of_ties[0]]):
        found = [one for one in check_queries(selecting(wrong)) if one.severity == "error"]
        # Days are held against times, too
        assert [(one.rule, f"<{one.focus}>") for one in found if one.rule != "days-of-tie-differ"] == [
            ("tie-tells-otherwise", f"<{ID}/tie/other>" if wrong[-1] == other else tie)
        ]


@pytest.mark.parametrize(("from_", "until"), [("1989", "1989-11"), ("1989-11", "1989"), ("1989", "1989")])
def test_a_year_and_a_month_of_it_are_no_breach(lines, from_, until):
    kinds = {4: "gYear", 7: "gYearMonth"}
    span = [
        f'<b:1> <{RG}{name}> "{value}"^^<{XSD}{kinds[len(value)]}> {RELEASE} .'
        for name, value in (("from", from_), ("until", until))
    ]
    assert check_queries(selecting([*lines, *span])) == []


def test_a_direct_property_of_a_planned_relation_is_a_breach(lines):
    """By its tie, where that is planned too; where it is not, it sums up what is of another status."""
    relations = [line.replace(f"{RG}active> {RELEASE}", f"{RG}planned> {RELEASE}") for line in lines]
    ties = [line.replace(f"{RG}active> .", f"{RG}planned> .") for line in relations]
    assert "tie-of-another-kind" in {violation.rule for violation in check_queries(selecting(relations))}
    assert "direct-property-without-relation" in {violation.rule for violation in check_queries(selecting(ties))}


@pytest.mark.parametrize("name", ["tieStatus", "relationType", "subject"])
def test_every_direct_property_is_found_that_no_tie_stands_behind(lines, name):
    """In either direction, and to a topic."""
    words = tuple(f" <{RG}{direct}> " for direct in DIRECT_PROPERTIES.values())
    direct = {line.split()[0] for line in lines if any(word in line for word in words)}
    without = [line for line in lines if not ("/tie/" in line.split()[0] and f"#{name}>" in line)]
    found = check_queries(selecting(without))
    assert {f"<{one.focus}>" for one in found if one.rule == "direct-property-without-relation"} == direct
    assert len(direct) > 5


@pytest.mark.parametrize("name", ["sums", "relationType", "tieStatus"])
def test_every_relation_is_found_that_no_tie_sums_up(lines, name):
    relations = {line.split()[0] for line in lines if f" {A} <{RG}Relation> " in line}
    found = check_queries(selecting([line for line in lines if f" <{RG}{name}> " not in line]))
    assert {f"<{one.focus}>" for one in found if one.rule == "relation-without-tie"} == relations


def test_every_relation_is_found_whose_tie_is_of_another_status(lines):
    """The ties have changed, or the relations have."""
    held = f"<{RG}active> {RELEASE} ."
    active = {line.split()[0] for line in lines if line.endswith(held)}
    ties = [line.replace(f"{RG}active> .", f"{RG}planned> .") for line in lines]
    relations = [line.replace(held, held.replace("active", "planned")) for line in lines]
    assert active
    for wrong in (ties, relations):
        found = {f"<{one.focus}>" for one in check_queries(selecting(wrong)) if one.rule == "relation-without-tie"}
        assert found >= active


def test_a_relation_without_object_is_found_that_has_no_tie_to_its_topic(lines):
    relations, ties = ({line.split()[0] for line in lines if f" <{RG}object> " in line and kind in line.split()[0]}
                       for kind in ("/relation/", "/tie/"))  # fmt: skip
    topics = [line for line in lines if f" <{RG}topic> " in line]
    alone = {line.split()[0] for line in topics if "/relation/" in line.split()[0]} - relations
    wrong = [line for line in lines if line not in topics or line.split()[0] in ties or "/tie/" not in line.split()[0]]
    found = {f"<{one.focus}>" for one in check_queries(selecting(wrong)) if one.rule == "relation-without-tie"}
    assert found == alone != set()


@pytest.mark.parametrize("name", ["evidence", "when", "date", "from"])
def test_a_relation_that_tells_what_its_tie_does_not_is_found(lines, name):
    """Another sentence or time than the tie has, or none."""
    said = next(line for line in lines if "/relation/" in line.split()[0] and f"#{name}> " in line)
    ties = {line.split()[0] for line in lines if line.endswith(f"#sums> {said.split()[0]} .")}
    other = re.sub(r'(\d)(?=\D*> <[^>]*> \.$|"\^\^)', lambda digit: f"{(int(digit[1]) + 1) % 10}", said)
    others = [line for line in lines if line != said]
    assert ties
    assert other != said
    for wrong in ([*others, other], [*lines, other], others):
        found = check_queries(selecting(wrong))
        assert {f"<{one.focus}>" for one in found if one.rule == "tie-tells-otherwise"} == ties


def test_a_tie_that_knows_no_time_says_so():
    """Neither release nor relation has a date."""
    lines = nquads(
        [extraction("r-1", None, "Land", [("cooperation", LAND, JAPAN, "Sie ist da.", {})], known=(LAND, JAPAN))]
    )
    (undated,) = [line for line in lines if "#tieUndated>" in line]
    assert check_queries(selecting(lines)) == []
    wrong = [line for line in lines if line != undated]
    found = {(one.rule, f"<{one.focus}>") for one in check_queries(selecting(wrong))}
    assert ("tie-tells-otherwise", undated.split()[0]) in found


def test_a_quote_that_stands_elsewhere_is_found(lines):
    shifted = [line.replace('"0"^^', '"1"^^') if "oa#start>" in line else line for line in lines]
    found = quotes(shifted)
    assert {(violation.severity, violation.rule) for violation in found} == {("error", "quote-at-its-place")}
    assert len(found) == 2
    assert all(violation.focus.startswith(f"{ID}/evidence/") for violation in found)


def test_a_place_that_is_no_number_is_found(lines):
    assert quotes([line.replace('"0"^^', '"null"^^') if "oa#start>" in line else line for line in lines])


def test_a_query_is_asked_of_what_it_is_cut_to():
    asked = []
    portion = {"release": ["a:r"], "tie": ["a:t", "a:u"], f"{RG}emptyCount": ["a:y"]}
    check_queries(lambda query, things: asked.append((query, things)) or (), portion)
    rules = {check.query: check.rule for check in checks()}
    cut = {rules[query]: things for query, things in asked}
    assert cut["self-relation"] == {"release": ["a:r"]}
    assert cut["release-outside-its-graph"] == {"graph": ["a:r"]}
    assert cut["tie-key-differs"] == {"tie": ["a:t", "a:u"]}
    assert cut["year-counts-differ"] == {"entity": ["a:y"]}
    assert {"month-counts-differ", "entity-of-two-kinds", "tally-counts-differ"} & cut.keys() == set()
    assert {check.kind for check in checks()} == {
        "release", "tie", "tally", "entity",
        *(f"{RG}{name}" for name in (
            "Backing", "Country", "Entity", "directProperty", "emptyCount", "fieldCountry", "fieldInstitution",
            "jointRank", "monthNumber", "nameRank",
        )),
    }  # fmt: skip


@pytest.mark.parametrize("check", [check for check in checks() if check.needs], ids=lambda check: check.rule)
def test_a_check_finds_nothing_in_what_lacks_what_it_needs(lines, check):
    """So that nothing is lost where others are not asked about."""
    terms = DIRECT_PROPERTIES.values() if check.needs.endswith("#directProperty") else [check.needs.removeprefix(RG)]
    words = [f" <{RG}{name}> " for name in terms]
    found = [one for one in check_queries(selecting(broken(lines, check.rule))) if one.rule == check.rule]
    wrong = [line for line in broken(lines, check.rule) if not any(word in line for word in words)]
    assert found
    assert [one for one in check_queries(selecting(wrong)) if one.rule == check.rule] == []


def test_a_quote_without_its_text_is_found(lines):
    textless = [line for line in lines if "articleBody>" not in line]
    assert len(quotes(textless)) == len([line for line in lines if "oa#exact>" in line])


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.rule)
def test_a_check_says_its_rule_first_and_its_message_last(check):
    assert check.sentence.endswith(".")
    select = next(line for line in check.query.splitlines() if line.startswith("SELECT"))
    assert select.endswith(" ?message")
    assert "ORDER BY" in check.query


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT * {}", "begins with its rule"),
        ("# A rule.\nSELECT * {}", "begins with its rule"),
        ("# A rule.\n# severity: fatal\nSELECT * {\n# VALUES ?a\n}", "unknown severity 'fatal'"),
        ("# A rule.\n# severity: error\nSELECT * {}", "where it may be cut"),
    ],
)
def test_a_check_without_its_head_is_refused(tmp_path, monkeypatch, text, why):
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "some-violation.rq").write_text(text, encoding="utf-8")
    monkeypatch.setattr(checks_module, "folder", lambda _: tmp_path)
    with pytest.raises(DataError, match=why):
        checks()


def test_a_check_is_read_from_its_file(tmp_path, monkeypatch):
    (tmp_path / "checks").mkdir()
    query = "# Some rule.\n# severity: warning\nSELECT ?a ?message {\n  # VALUES ?a\n}"
    (tmp_path / "checks" / "some-violation.rq").write_text(query, encoding="utf-8")
    monkeypatch.setattr(checks_module, "folder", lambda _: tmp_path)
    assert checks() == [Check("some", "Some rule.", "warning", query)]
