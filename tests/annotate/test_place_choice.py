"""Names chosen together."""

from nutgraf.annotate.place_choice import Name, settle
from nutgraf.annotate.place_clues import Clues
from nutgraf.annotate.place_names import choices


def settled(*printed):
    names = [Name(choices(one), [Clues()], [20 * place]) for place, one in enumerate(printed)]
    settle(names, {})
    return [name.best.row.division if name.best else None for name in names]


def test_small_towns_of_one_state_find_each_other():
    assert settled("Salem", "Roanoke", "Lynchburg")[0] == "US.VA"
    assert settled("Salem", "Eugene", "Medford")[0] == "US.OR"
    assert settled("Salem", "Boston", "Lynn")[0] == "US.MA"


def test_an_unknown_name_means_nothing():
    assert settled("Kessbyholm") == [None]
