"""The tables of alignment: from gold mentions in invented texts to figures, through the real comparison."""

from evals.annotation.report import Line
from evals.public_comparison.alignment import story_lines
from evals.public_comparison.mentions import GoldDocument, GoldMention, GoldStory
from evals.public_comparison.placed import compare_all
from evals.stories.writing import make_article

SANK = "The ferry Ada sank off Harrow Point on Monday night with forty passengers aboard ."
TEA = "Mayor Orla Venn opened a new tea house in Port Vell and praised its bakers ."


def document(key, *lines, mentions):
    split = tuple(tuple(line.split()) for line in lines)
    text = [line.replace(" .", ".") for line in lines]
    return GoldDocument(split, make_article(key, key, text), mentions)


def test_mentions_of_one_event_in_statements_of_one_point_are_found(tmp_path):
    story = GoldStory(
        "ferry",
        (
            document("one", SANK, TEA, mentions=(GoldMention(0, (3,), "SINK", "sink"),)),
            document("two", SANK, mentions=(GoldMention(0, (3,), "SINK", "sink"),)),
        ),
    )
    (told,) = compare_all("invented", [story], tmp_path)
    assert (len(told.mentions), told.outside, told.silent) == (2, 0, 0)
    ours, *others = story_lines([told], [Line("published", {"CoNLL F1": 0.6})])
    assert ours.ours
    assert not any(line.ours for line in others)
    assert ours.figures["mentions F1"].value == ours.figures["statements F1"].value == 1.0
    assert ours.figures["CoNLL F1"].value == 1.0
    assert others[-1].figures == {"CoNLL F1": 0.6}
