"""Stories of one matter that time parted are linked."""

from nutgraf.cluster.articles import regroup_articles
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.related import find_related
from nutgraf.records.belonging import When

WALKOUT = [
    (
        "Ferry crews of Lonholm walk out",
        "Crews of the Lonholm ferries walked out on Monday over night shifts. Harald Brisk of the Seamen's Guild said "
        "that no boat would leave Lonholm harbour. The operator, Sundline, called the strike unlawful.",
    ),
    (
        "No boats from Lonholm as ferry crews strike",
        "A strike of ferry crews over night shifts kept all boats of Sundline in Lonholm harbour. The Seamen's Guild "
        "under Harald Brisk wants an end of the night shifts. Sundline says the strike is unlawful.",
    ),
]
DEAL = [
    (
        "Lonholm ferry crews settle with Sundline",
        "Sundline and the Seamen's Guild settled the strike of the Lonholm ferry crews. Night shifts end in autumn, "
        "said Harald Brisk. Boats leave Lonholm harbour again.",
    ),
    (
        "Deal ends ferry strike in Lonholm",
        "The ferry strike in Lonholm is over. Sundline agreed with Harald Brisk of the Seamen's Guild to end the night "
        "shifts of crews, and boats leave the harbour again.",
    ),
]
BAKERS = [("Bakers of Ommen meet", "The bakers of Ommen met about the price of flour. Greta Vool was in the chair.")]


def shelve(write, *stories):
    accounts = [
        write(f"{letter}{number}", *told, day)
        for letter, day, several in stories
        for number, told in enumerate(several)
    ]
    shelf = MemoryShelf(profile_accounts(accounts))
    regroup_articles(shelf, (), [(account.article.id,) for account in accounts])
    return shelf


def test_what_came_before_and_after_is_linked_and_nothing_else(write):
    shelf = shelve(
        write, ("w", "2031-03-03", WALKOUT), ("d", "2031-09-20", DEAL), ("b", "2031-03-03", BAKERS)
    )  # fmt: skip
    (later,) = find_related(shelf, ["w0", "w1"])
    assert (later.article[0], later.when, later.texts) == ("d", When.LATER, 2)
    (earlier,) = find_related(shelf, ["d0", "d1"])
    assert (earlier.article[0], earlier.when) == ("w", When.EARLIER)
    assert later.likeness == earlier.likeness
    assert find_related(shelf, ["b0"]) == ()


def test_what_is_one_story_is_not_linked_to_itself(write):
    shelf = shelve(write, ("w", "2031-03-03", WALKOUT))
    assert find_related(shelf, ["w0", "w1"]) == ()
    assert find_related(shelf, ["unknown"]) == ()
