"""Ids that stay, ids that live on as aliases, and articles that really change their story."""

import random

from evals.stories.churn import Churn, arrive, carry_aliases, count_outcomes, follow, measure_churn
from evals.stories.writing import make_article

from nutgraf.records.annotation import Account, Annotation


def account(identity):
    nothing = Annotation(identity, "v", (), (), (), (), (), (), (), "test")
    return Account(make_article(identity, identity, ["Words."]), nothing)


A, B, C, D = map(account, "abcd")


def ids(accounts):
    return sorted(each.article.id for each in accounts)


def one_story_named_after_the_first(accounts):
    return dict.fromkeys(ids(accounts), min(ids(accounts)))


def each_alone(accounts):
    return {article: article for article in ids(accounts)}


def test_nothing_changes_where_ids_hang_on_the_article():
    assert follow([[B], [A], [], [C, D]], each_alone) == Churn(4, 0, 0)


def test_an_earlier_member_renames_a_story_and_the_old_id_leads_on():
    assert follow([[C], [B], [D], [A]], one_story_named_after_the_first) == Churn(4, renamed=3, moved=0)


def test_a_story_that_splits_moves_the_articles_that_lose_its_id():
    def splits_when_d_comes(accounts):
        told = one_story_named_after_the_first(accounts)
        return told | ({"b": "new", "d": "new"} if "d" in told else {})

    assert follow([[A], [B], [C], [D]], splits_when_d_comes) == Churn(4, renamed=0, moved=1)


def test_an_id_whose_articles_part_leads_to_where_most_of_them_are():
    before = {"a": "old", "b": "old", "c": "old"}
    assert carry_aliases({}, before, {"a": "x", "b": "y", "c": "y"}) == {"old": "y"}
    assert carry_aliases({}, {"a": "old", "b": "old"}, {"a": "y", "b": "x"}) == {"old": "x"}
    assert carry_aliases({"older": "old"}, before, {"a": "x", "b": "x", "c": "x"}) == {"older": "x", "old": "x"}
    assert carry_aliases({"older": "old"}, before, {"a": "old", "b": "old", "c": "older"}) == {}


def test_every_article_arrives_once_and_the_same_seed_gives_the_same_hours():
    hours = arrive(range(100), random.Random(1))
    assert len(hours) == 24
    assert sorted(one for batch in hours for one in batch) == list(range(100))
    assert hours == arrive(range(100), random.Random(1))


def test_arrivals_differ_and_are_as_many_as_asked():
    order = []

    def remember(accounts):
        order.append(tuple(each.article.id for each in accounts))
        return each_alone(accounts)

    assert list(measure_churn([A, B, C, D], remember, 3)) == [Churn(4, 0, 0)] * 3
    assert len({last for last in order if len(last) == 4}) > 1


def test_results_of_different_orders_are_counted():
    accounts = [account(str(number)) for number in range(6)]

    def named_after_the_first_to_come(there):
        return there[0].article.id

    assert count_outcomes(accounts, lambda there: tuple(ids(there))) == 1
    assert count_outcomes(accounts, named_after_the_first_to_come) == 6
