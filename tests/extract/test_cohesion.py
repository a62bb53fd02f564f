"""Parts of one text, and parts that tell different things."""

from nutgraf.extract.cohesion import kinship, lists_parts, name_share

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


def test_parts_of_one_matter_are_closer_kin_than_the_items_of_a_digest():
    assert kinship(GUIDE) > 0.1
    assert kinship(DIGEST) < 0.04


def test_one_part_is_nobodys_kin():
    assert kinship(DIGEST[:1]) == kinship([]) == 0


def test_what_the_page_is_called_stands_in_the_parts_of_one_text():
    assert name_share(GUIDE, "Ten blades for your garden") == 1
    assert name_share(DIGEST, "The Thursday letter") < 0.5
    assert name_share(["La biblioteca abre.", "La sardina sube."], "Las claves de la semana") == 0
    assert name_share([], "A name") == 0


def test_a_page_is_called_after_its_parts():
    titles = ["Bus 40 will stop", "About that tomato", "A museum you cannot go into"]
    assert lists_parts("Bus 40, a bad tomato and the smallest museum in town", titles)
    assert not lists_parts("Everything that I heard this week", titles)
    assert not lists_parts("The museum of buses", titles)
