"""Parts of one text, and parts that tell different things."""

from nutgraf.extract.cohesion import hang_together, name_one, stand_apart

DIGEST = [
    "The lock keeper of Havnsund found a piano on his barge on Monday and gave it to the school, which has no teacher.",
    "Bakers in Oldcastle may open at three in the morning from May, a judge ruled after neighbours had complained.",
    "A comet that was last seen in the year 812 will pass over the northern islands on Thursday, astronomers said.",
]
GUIDE = [
    "A spade for heavy clay needs a narrow blade of forged steel, and a tread that does not cut into the boot.",
    "The lightest spade of the ten weighs a kilo; its blade of steel bent on the first stone in our clay bed.",
    "For half the price this spade dug as much clay as the dearest, but its blade was blunt within a month.",
]


def test_a_word_that_most_parts_name_holds_them_together():
    assert hang_together(GUIDE)
    assert not hang_together(DIGEST)


def test_parts_that_share_no_telling_word_stand_apart():
    assert stand_apart(DIGEST, "The Thursday letter")
    assert not stand_apart(GUIDE, "Dug with for a month")


def test_parts_of_what_the_page_is_called_do_not_stand_apart():
    parts = [f"{part} {word} piano." for part, word in zip(DIGEST, ("The", "Another", "Third"), strict=True)]
    assert not stand_apart(parts, "The piano of Havnsund")


def test_one_part_stands_apart_from_nothing():
    assert not stand_apart(DIGEST[:1], "")
    assert not stand_apart([], "")


def test_what_most_parts_and_the_name_of_the_page_share_is_one_matter():
    assert name_one(GUIDE, "Ten blades for your garden", 0.75)
    assert not name_one(DIGEST, "The Thursday letter", 0.75)
    assert not name_one(["La biblioteca abre.", "La sardina sube."], "Las claves de la semana", 0.75)
