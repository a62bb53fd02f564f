"""Pages as bare text, and the baselines on lines."""

import pytest
from evals.extraction.bare import render
from evals.extraction.baselines import BASELINES, all_lines, first_paragraphs, justext_lines

LONG = "The harbour board of Tolvik said that the northern quay would stay shut until the crane was mended, no longer. "


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<body><nav>Home <a>News</a></nav><p>Quay <b>shut</b>.</p>after</body>", ["Home News", "Quay shut.", "after"]),
        ("<p>one<br>two</p><table><tr><td>1</td><td>2</td></tr></table>", ["one", "two", "1", "2"]),
        ("<p>a\n  b\u00a0 c</p><p> </p>", ["a b c"]),
        ("<head><title>no</title></head><p>x</p><script>no</script><style>no</style>tail", ["x", "tail"]),
        ("<p>x<!-- no -->y</p><noscript><p>no</p></noscript><template>no</template><svg><text>no</text></svg>", ["xy"]),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>&amp; caf\u00e9</p></body></html>', ["& caf\u00e9"]),
        ("", []),
    ],
)
def test_visible_text_a_line_for_each_block(html, lines):
    assert render(html.encode()).splitlines() == lines


def test_with_empty_lines_between_blocks_the_lines_of_one_block_stay_together():
    assert render(b"<p>one<br>two</p><ul><li>a</li><li>b</li></ul>", "\n\n") == "one\ntwo\n\na\n\nb"


def test_the_longest_run_of_long_lines_reaches_over_a_subheading_but_not_over_a_list():
    lines = ["Home", LONG, "", "Crane", LONG, LONG, "a", "b", "c", "d", LONG, "Subscribe"]
    assert first_paragraphs(lines) == "\n".join([LONG, "Crane", LONG, LONG])
    assert first_paragraphs(["Home", "News"]) == ""


def test_justext_keeps_paragraphs_and_drops_lists_of_words():
    kept = justext_lines(["Home", "News", *[LONG * 2] * 3, "Subscribe now", "Contact"])
    assert kept.count("northern quay") == 6
    assert "Contact" not in kept


@pytest.mark.parametrize("name", sorted(BASELINES))
def test_no_baseline_fails_on_nothing(name):
    assert BASELINES[name]([]) == ""


def test_all_lines_are_all_lines():
    assert all_lines(["a", "", "b"]) == "a\n\nb"
