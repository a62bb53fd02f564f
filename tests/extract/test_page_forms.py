from nutgraf.extract.lines import read_lines
from nutgraf.extract.page_forms import head_lines, ruled_reports, running_heads, signed_off, spoken_lines

PROSE = "The plantation burned for three days before help came from the coast, the chief told a meeting on Friday."


def told(find, text):
    lines = read_lines(text)
    return [lines[at].words for at in find(lines)]


def test_the_heads_of_a_magazine_run_on_over_its_leaves():
    page = f"PORT ECHO\n2  Port Echo\n{PROSE}\nPort Echo  3\n{PROSE}\nPage 4\n{PROSE}\n- 5 -\n"
    assert told(running_heads, page) == ["2  Port Echo", "Port Echo  3", "Page 4", "5 -"]


def test_numbers_beside_other_words_are_no_leaves():
    assert told(running_heads, f"Part 1\n{PROSE}\nPart 2\n{PROSE}\n3 ferries\n{PROSE}\nGroup 7, Heat 2\n") == []


def test_speakers_and_what_is_heard_are_text():
    lines = [
        "ANNA BELL, HOST:",
        "BREM: I am here.",
        "(SOUND OF RAIN)",
        "BELL: Where?",
        "BREM: At the quay.",
        "BELL: Why?",
    ]
    assert told(spoken_lines, "\n".join(["Transcript", *lines, "Share"])) == lines


def test_places_before_short_reports_are_no_speakers():
    places = ["OSWIN", "PORT VELL", "HOLLIN", "AVERIL", "BRACK", "CORRIN"]
    assert told(spoken_lines, "\n".join(f"{place}: {PROSE}" for place in places)) == []


BIO = "Anna Bell is a former treasurer of the harbour office."


def test_who_signs_above_a_text_is_described_below_it():
    assert told(signed_off, f"ANNA BELL\nWhy the quay must go\n{PROSE}\n{BIO}\nNot yet") == [BIO]


def test_a_sentence_about_somebody_goes_on_where_prose_follows_or_no_name_stands_above():
    assert told(signed_off, f"ANNA BELL\n{PROSE}\n{BIO}\n{PROSE}") == []
    assert told(signed_off, f"Otto Brem\n{PROSE}\n{BIO}") == []


def test_a_dateline_under_a_row_of_signs_opens_a_report():
    report = f"PORT VELL — {PROSE}"
    page = f"{report}\n***\n{report}\n***\nFerry sails again\n{report}\n***\n{PROSE}\n"
    assert told(ruled_reports, page) == [report, "Ferry sails again"]


def test_headings_right_above_the_first_paragraph_may_be_the_headline():
    title, deck = "Ferry sails again after three weeks", "The crew was paid throughout"
    page = f"Menu\n{title}\nPort Echo\n{deck}\n{PROSE}\nWhat the owner says now\n"
    assert told(head_lines, page) == [title, deck]
