from nutgraf.extract.lines import read_lines
from nutgraf.extract.marked_up import ADDRESS, read_marks

PAGE = (
    "[Skip](https://port.example/#main)\n\n"
    "[ ![Port Echo](https://port.example/logo.svg) ](https://port.example/)\n\n"
    "![The quay on Friday](https://port.example/quay.jpg)\n\n"
    "**9:12 a.m.**\n\n"
    "_A letter about the sea._\n\n"
    "> “Nobody asked,” said the pilot.\n\n"
    "Read [the report](https://port.example/r) of the harbour office.\n\n"
    "  * [Why the crane fell over](https://port.example/crane) A long read.\n"
)


def read(text):
    return read_marks(read_lines(text))


def test_links_pictures_and_emphasis_leave_their_marks_outside():
    shown = [(line.words, line.link) for line in read(PAGE) if line.hint != ADDRESS]
    assert shown == [
        ("Skip", 1.0),
        ("The quay on Friday", 0.0),
        ("9:12 a.m.", 0.0),
        ("A letter about the sea.", 0.0),
        ("“Nobody asked,” said the pilot.", 0.0),
        ("Read [the report](https://port.example/r) of the harbour office.", 0.0),
        ("Why the crane fell over", 1.0),
        ("A long read.", 0.0),
    ]


def test_no_letter_is_lost_and_every_line_stands_where_it_says():
    lines = read(PAGE)
    assert [PAGE[line.start : line.end] for line in lines] == [line.words for line in lines]
    told = "".join(line.words for line in lines)
    assert sum(map(str.isalnum, told)) == sum(map(str.isalnum, PAGE))


def test_a_page_without_links_keeps_its_signs():
    page = "> so you wrote\n2 * 3 * 4 is 24\n[1] a note (see below)\n"
    assert read(page) == read_lines(page)
