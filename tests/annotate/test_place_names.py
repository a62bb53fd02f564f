"""What a printed name may mean before the text is looked at."""

import pytest

from nutgraf.annotate.place_names import choices


@pytest.mark.parametrize(
    ("printed", "kind", "name"),
    [
        ("Norway", "country", "Norway"),
        ("Norwegians", "country", "Norway"),
        ("Texans", "division", "Texas"),
        ("W.Va.", "division", "West Virginia"),
        ("St. Louis", "city", "St. Louis"),
        ("Ft. Worth", "city", "Fort Worth"),
        ("northern Nigeria", "country", "Nigeria"),
        ("Kandahar province", "division", "Kandahar"),
        ("city of Kandahar", "city", "Kandahār"),
        ("Mt. Everest", "mountain", "Mount Everest"),
        ("Joint Base McGuire-Dix-Lakehurst", "base", "Joint Base McGuire-Dix-Lakehurst"),
        ("the Kremlin", "seat", "Kremlin"),
    ],
)
def test_the_likeliest_place_of_a_name(printed, kind, name):
    best = choices(printed)[0]
    assert (best.row.kind, best.row.name, best.inside) == (kind, name, False)


def test_a_joint_base_that_no_table_knows_is_its_first_field():
    assert choices("Joint Base Luke-Travis")[0].row.name == "Luke Air Force Base"


def test_the_name_of_something_in_a_place_is_of_that_place():
    best = choices("Bank Street Bridge, Duluth")[0]
    assert (best.row.name, best.inside) == ("Duluth", True)
    assert choices("Kessbyholm Pond") == ()
    assert choices("A" * 200) == ()


def test_towns_of_one_name_come_the_largest_first():
    found = [one for one in choices("Springfield") if one.row.kind == "city"]
    assert [one.prior for one in found] == sorted((one.prior for one in found), reverse=True)
    assert len({one.row.division for one in found}) > 5
