from relgraph.explaining.telling import tell

TEXT = "Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan."


def test_a_sheet_has_all_parts_in_both_languages(explained):
    german, english = (tell(explained(TEXT, "visit", language), language) for language in ("de", "en"))
    assert german.startswith("Besuch: Karl Vogt → Japan\n═════")
    assert english.startswith("Visit: Karl Vogt → Japan\n═════")
    for heading in (
        "Wer wofür steht",
        "Woran sie erkannt ist",
        "Status: abgeschlossen",
        "Zeit",
        "Themen",
        "Wie sicher",
    ):
        assert f"\n{heading}" in german
    for heading in ("Who stands for what", "What gave it away", "Status: concluded", "Time", "Topics", "How sure"):
        assert f"\n{heading}" in english
    assert "„reiste“" in german
    assert "“reiste”" in english


def test_no_line_is_too_long(explained):
    assert max(map(len, tell(explained(TEXT, "visit")).splitlines())) <= 100


def test_small_steps_are_summed_up_unless_all_are_asked_for(explained):
    told = explained(TEXT, "visit")
    short, long = tell(told), tell(told, all_steps=True)
    assert "kleinere Schritte" in short
    assert "kleinere Schritte" not in long
    assert len(long) > len(short)
