"""Speech as strangers' newsrooms print it: quotations, speakers and sources of one paragraph at a time."""

import pytest

COURTS = [
    (
        'Mr Okafor, 44, of Mill Lane, Port Sund, told the inquest: "I heard a bang and ran."',
        [("direct", "I heard a bang and ran.", "Okafor")],
        [("named", "Okafor", None)],
    ),
    (
        "Okafor, who denies murder, told the jury he had been asleep.",
        [("indirect", "he had been asleep.", "Okafor")],
        [("named", "Okafor", None)],
    ),
    ("The court was told that Okafor had bought the knife a day earlier.", [], []),
    (
        "Okafor was told by a neighbour that the police had come.",
        [("indirect", "the police had come.", "a neighbour")],
        [("anonymous", "a neighbour", None)],
    ),
    (
        'Sentencing him, Judge Helen Marsh said: "You betrayed their trust."',
        [("direct", "You betrayed their trust.", "Helen Marsh")],
        [("named", "Helen Marsh", None)],
    ),
    (
        '"You betrayed their trust," Judge Helen Marsh told Okafor as she jailed him for nine years.',
        [("direct", "You betrayed their trust,", "Helen Marsh")],
        [("named", "Helen Marsh", None)],
    ),
    ("Anyone with information is asked to call police.", [], []),
    ("Residents were told to leave.", [], []),
]

BUSINESS = [
    (
        "The Norwegian central bank left rates at 4%, saying inflation was still too high.",
        [("indirect", "inflation was still too high.", "The Norwegian central bank")],
        [("named", "The Norwegian central bank", None)],
    ),
    (
        "Norvik Power (NVP.O) said on Thursday that profit fell 12%, hurt by low prices.",
        [("indirect", "profit fell 12%, hurt by low prices.", "Norvik Power")],
        [("named", "Norvik Power", None)],
    ),
    (
        'Inflation is "still too high", the bank said, while growth "has weakened".',
        [("mixed", "still too high", "the bank"), ("mixed", "has weakened", "the bank")],
        [("named", "the bank", None)],
    ),
    (
        "Bloomberg News reported on Monday, citing people familiar with the matter, that the deal was close.",
        [
            ("indirect", "the deal was close.", "Bloomberg"),
            ("indirect", "the deal was close.", "people familiar with the matter"),
        ],
        [("anonymous", "people familiar with the matter", "Bloomberg"), ("outlet", "Bloomberg", None)],
    ),
    (
        "The deal, first reported by the Financial Times, values the firm at $2bn.",
        [],
        [("outlet", "Financial Times", None)],
    ),
    (
        "Inflation was 2.4%, data from the statistics office showed on Wednesday.",
        [("indirect", "Inflation was 2.4%", "data from the statistics office")],
        [("document", "data from the statistics office", None)],
    ),
    (
        "The airline, which runs nine jets, puts the damage at 40 million crowns.",
        [("indirect", "the damage at 40 million crowns.", "The airline")],
        [("named", "The airline", None)],
    ),
    ("Shares rose after the company reported a profit of four million crowns.", [], []),
    ("Norvik Power's results are due on Monday.", [], []),
]

SILENCE = [
    ("A company spokesperson declined to comment.", [], [("anonymous", "A company spokesperson", None)]),
    (
        "The company, which employs 9,000 people, declined to comment on individual cases.",
        [],
        [("named", "The company", None)],
    ),
    ("Marta Velin did not immediately respond to a request for comment.", [], []),
    ("Marta Velin could not be reached.", [], []),
    ("Reuters could not independently verify the claim.", [], []),
]

THROUGH = [
    (
        "Ferro was quoted by the Sund Gazette as saying that the count was rigged.",
        [("indirect", "the count was rigged.", "Ferro")],
        [("named", "Ferro", "Sund Gazette")],
    ),
    (
        "The Sund Gazette quoted Nadia Ferro as saying the count was “rigged”.",
        [("mixed", "rigged", "Nadia Ferro")],
        [("named", "Nadia Ferro", "Sund Gazette")],
    ),
    (
        "State television quoted the governor, Ivan Petrov, as saying that 12 people had died.",
        [("indirect", "12 people had died.", "Ivan Petrov")],
        [("named", "Ivan Petrov", "State television")],
    ),
    (
        "Citing officials, Reuters reported that the envoy had left.",
        [("indirect", "the envoy had left.", "officials"), ("indirect", "the envoy had left.", "Reuters")],
        [("anonymous", "officials", "Reuters"), ("outlet", "Reuters", None)],
    ),
    (
        "The envoy had already left, state media reported.",
        [("indirect", "The envoy had already left", "state media")],
        [("outlet", "state media", None)],
    ),
    (
        "The report, a copy of which was seen by the Sund Gazette, says the gate was rusty.",
        [("indirect", "the gate was rusty.", "The report")],
        [("document", "The report", "Sund Gazette")],
    ),
    (
        "The gate was rusty, according to documents seen by Reuters.",
        [("indirect", "The gate was rusty", "documents seen by Reuters")],
        [("document", "documents seen by Reuters", "Reuters")],
    ),
    (
        '"It was like a war zone," Tom Bell, a student, told the AFP news agency.',
        [("direct", "It was like a war zone,", "Tom Bell")],
        [("named", "Tom Bell", "Agence France-Presse")],
    ),
    (
        "Tom Bell said his family had fled. “We lost the cows,” he told local radio.",
        [("indirect", "his family had fled.", "Tom Bell"), ("direct", "We lost the cows,", "Tom Bell")],
        [("named", "Tom Bell", "local radio"), ("named", "Tom Bell", None)],
    ),
    (
        "Nadia Ferro told the BBC's Sunday programme there was no deal.",
        [("indirect", "there was no deal.", "Nadia Ferro")],
        [("named", "Nadia Ferro", "BBC")],
    ),
]

PAPERS = [
    (
        '"The gate will not last the winter," the letter said. "It must be replaced."',
        [
            ("direct", "The gate will not last the winter,", "the letter"),
            ("direct", "It must be replaced.", "the letter"),
        ],
        [("document", "the letter", None)],
    ),
    (
        '"The gate will not last the winter," reads the letter, signed by eleven engineers.',
        [("direct", "The gate will not last the winter,", "the letter")],
        [("document", "the letter", None)],
    ),
    (
        "The documents, obtained by Reuters, show that the gate was rusty.",
        [("indirect", "the gate was rusty.", "The documents")],
        [("document", "The documents", "Reuters")],
    ),
    (
        "The preliminary report blames a chain. It adds that the alarm “was not acted upon”.",
        [("mixed", "was not acted upon", "The preliminary report")],
        [("document", "The preliminary report", None)],
    ),
    (
        "In a letter to the minister dated 3 May, the engineers wrote: “The gate will not last the winter.”",
        [("direct", "The gate will not last the winter.", "the engineers")],
        [("anonymous", "the engineers", None)],
    ),
    (
        "Ministry figures show 40 new cases.",
        [("indirect", "40 new cases.", "Ministry figures")],
        [("document", "Ministry figures", None)],
    ),
]

FEATURES = [
    (
        '"This is a scandal," thundered opposition leader Nadia Ferro.',
        [("direct", "This is a scandal,", "Nadia Ferro")],
        [("named", "Nadia Ferro", None)],
    ),
    ("Ferro: “It is over.”", [("direct", "It is over.", "Ferro")], [("named", "Ferro", None)]),
    ("“It is over.” — Nadia Ferro", [("direct", "It is over.", "Nadia Ferro")], [("named", "Nadia Ferro", None)]),
    (
        '"It\'s a mess," said one. "It\'s home," said another.',
        [("direct", "It's a mess,", "one"), ("direct", "It's home,", "another")],
        [("anonymous", "another", None), ("anonymous", "one", None)],
    ),
    (
        'As one villager put it: "It\'s a mess."',
        [("direct", "It's a mess.", "one villager")],
        [("anonymous", "one villager", None)],
    ),
    (
        'Protesters chanted "No more mud" and "Resign".',
        [("mixed", "No more mud", "Protesters"), ("mixed", "Resign", "Protesters")],
        [("anonymous", "Protesters", None)],
    ),
    (
        'The envoy told "Face the Country" that a deal was close.',
        [("scare", "Face the Country", None)],
        [("named", "The envoy", None)],
    ),
    (
        "“It's over,” the actor said of his marriage.",
        [("direct", "It's over,", "the actor")],
        [("anonymous", "the actor", None)],
    ),
    (
        "An old man turns the sound off. “My brother drowned here,” he tells the room.",
        [("direct", "My brother drowned here,", "An old man")],
        [("anonymous", "An old man", None)],
    ),
    (
        "The mayor looks in at noon, as she does every day. She used to answer “soon”.",
        [("mixed", "soon", "The mayor")],
        None,
    ),
]

POLITICS = [
    (
        "Oleh Marchuk wrote on Telegram that the talks were “a step”.",
        [("mixed", "a step", "Oleh Marchuk")],
        [("named", "Oleh Marchuk", None)],
    ),
    (
        "The storm left 12 people dead, officials said Tuesday, and rescuers were still searching.",
        [("indirect", "The storm left 12 people dead", "officials")],
        [("anonymous", "officials", None)],
    ),
    (
        "People close to Brandt say she will run again.",
        [("indirect", "she will run again.", "People close to Brandt")],
        [("anonymous", "People close to Brandt", None)],
    ),
    (
        "German Chancellor Max Roth and French President Luc Morel said they would meet.",
        [("indirect", "they would meet.", "Max Roth"), ("indirect", "they would meet.", "Luc Morel")],
        [("named", "Luc Morel", None), ("named", "Max Roth", None)],
    ),
    (
        "The minister, described by colleagues as “stubborn”, refused to leave.",
        [("mixed", "stubborn", "colleagues")],
        None,
    ),
    (
        "The plan has been called “reckless” by economists.",
        [("mixed", "reckless", "economists")],
        [("anonymous", "economists", None)],
    ),
    (
        "The “reckless” plan, as Nadia Ferro put it, was dropped.",
        [("mixed", "reckless", "Nadia Ferro")],
        [("named", "Nadia Ferro", None)],
    ),
    (
        "Krantz and Ferro said in a joint statement that they would meet.",
        [("indirect", "they would meet.", "Krantz"), ("indirect", "they would meet.", "Ferro")],
        [("named", "Ferro", None), ("named", "Krantz", None)],
    ),
    (
        "Ferro's claim that a deal was near was rejected by Krantz.",
        [("indirect", "Ferro's claim that a deal was near", "Krantz")],
        [("named", "Krantz", None)],
    ),
    (
        'Krantz has dismissed as "nonsense" reports that he will resign.',
        [("mixed", "nonsense", "Krantz")],
        [("named", "Krantz", None)],
    ),
    (
        "Ilse Brandt said the gate was safe. The union disagreed: “It was rust and paint.”",
        [("indirect", "the gate was safe.", "Ilse Brandt"), ("direct", "It was rust and paint.", "The union")],
        [("named", "Ilse Brandt", None), ("named", "The union", None)],
    ),
    (
        "Brandt – who visited on Monday – said the gate was safe.",
        [("indirect", "the gate was safe.", "Brandt")],
        [("named", "Brandt", None)],
    ),
    (
        "Two people with knowledge of the talks, who spoke on condition of anonymity because they were not authorised "
        "to speak publicly, said the deal was close.",
        [("indirect", "the deal was close.", "Two people with knowledge of the talks")],
        [("anonymous", "Two people with knowledge of the talks", None)],
    ),
    (
        "Russia said it had taken the village; Ukraine denied it.",
        [("indirect", "it had taken the village", "Russia")],
        [("named", "Russia", None), ("named", "Ukraine", None)],
    ),
    ("The minister is reportedly ill.", [], [("anonymous", "reportedly", None)]),
    (
        "A government official said on condition of anonymity that the envoy had left.",
        [("indirect", "the envoy had left.", "A government official")],
        [("anonymous", "A government official", None)],
    ),
]

CASES = COURTS + BUSINESS + SILENCE + THROUGH + PAPERS + FEATURES + POLITICS


@pytest.mark.parametrize(("text", "quotes", "sources"), CASES)
def test_a_paragraph(text, quotes, sources, hear):
    heard, resting = hear(text)
    assert heard == quotes or sorted(heard, key=str) == sorted(quotes, key=str)
    assert sources is None or sorted(resting, key=str) == sorted(sources, key=str)
