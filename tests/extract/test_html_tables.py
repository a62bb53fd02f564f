from nutgraf.extract.html_lines import read_document
from nutgraf.extract.html_tables import join_rows
from nutgraf.extract.limits import DEFAULT

ROWS = """<table><tr><th>Ward<th>Votes</tr><tr><td>Harbour <b>Ward</b></td><td><a href=x>1,204</a></td></tr></table>"""
FRAME = """<table><tr><td>8.25 pm
<td>No exit poll for a by-election, so here instead is a returning officer, who says it is brisk.</tr></table>"""
MENU = """<table><tr><td>Home<br>News<br>Tides</td><td>Pit reopens</td></tr></table>"""


def read(page):
    document = read_document(page, DEFAULT)
    join_rows(document)
    return document.lines, page


def test_a_row_of_data_is_one_line_with_its_places():
    lines, page = read(ROWS)
    assert [line.words for line in lines] == ["Ward Votes", "Harbour Ward 1,204"]
    assert {line.tag for line in lines} == {"tr"}
    second = lines[1]
    assert [second.words[run.start : run.end] for run in second.runs] == ["Harbour", "Ward", "1,204"]
    assert [page[run.page_start : run.page_end] for run in second.runs] == ["Harbour", "Ward", "1,204"]
    assert [second.words[start:end] for start, end in second.links] == ["1,204"]


def test_frames_made_of_tables_stay_as_they_are():
    assert len(read(FRAME)[0]) == 2
    assert [line.words for line in read(MENU)[0]] == ["Home", "News", "Tides", "Pit reopens"]
