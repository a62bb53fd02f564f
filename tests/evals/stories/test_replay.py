"""What noise draws into stories, and what it draws out of them."""

from dataclasses import replace

from evals.stories.replay import Drawn, by_date, count_drawn
from evals.stories.writing import make_article

from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import Published, Sure

LABELLED = frozenset("abcd")


def test_noise_in_a_story_of_the_set_and_an_article_in_a_story_of_noise():
    told = {"a": "1", "b": "1", "n1": "1", "c": "2", "n2": "2", "n3": "2", "d": "3", "n4": "4"}
    assert count_drawn(told, LABELLED) == Drawn(noise_in=1, labelled_out=1)


def test_half_and_half_is_a_story_of_noise():
    assert count_drawn({"a": "1", "n": "1"}, LABELLED) == Drawn(noise_in=0, labelled_out=1)


def test_undated_articles_are_there_from_the_start():
    def dated(identity, day, sure=Sure.SURE):
        article = replace(make_article(identity, identity, ["Words."]), published=Published(day, "told", sure))
        return Account(article, Annotation(identity, "v", (), (), (), (), (), (), (), "test"))

    came = by_date([dated("c", "2017-01-02"), dated("b", "2016-05-01"), dated("a", None, Sure.UNSURE)])
    assert [account.article.id for account in came] == ["a", "b", "c"]
