"""Sources: who is named, who is not, which paper, which outlet, and through whom the words came."""

import pytest

NAMED = [
    ("The Energy Ministry said the dam was safe.", "Energy Ministry"),
    ("Officials said nothing more, but Mary Okafor, who chairs the inquiry, said the vote was final.", "Mary Okafor"),
    ("The vote was final, said Mary Okafor, the chair of the inquiry.", "Mary Okafor"),
    ("A spokesman for Norvik Power, Jan Holt, said the plant was closed.", "Jan Holt"),
    ("The plant was closed, said Jan Holt, a spokesman for Norvik Power.", "Jan Holt"),
    ("Jan Holt, 61, said he heard a bang.", "Jan Holt"),
    ("Dr. Mary Okafor, of Sund University, said the results were early.", "Mary Okafor"),
    ("In Port Sund, Mary Okafor said the results were early.", "Mary Okafor"),
    ("“We lost,” Okafor, the team's captain, said in an interview with the Sund Gazette.", "Okafor"),
    ("Police said two people had died.", "Police"),
    ("The Kremlin said it knew of no such order.", "Kremlin"),
    ("The union said its members would strike on Friday.", "The union"),
    ("Prosecutors said Lund had moved the money abroad.", "Prosecutors"),
    ("According to the coastguard, the boat sank at dawn.", "the coastguard"),
    ("Mary Okafor wrote on social media that the count was over.", "Mary Okafor"),
    ("Shares would recover, predicted Mary Okafor, an economist at Sund Bank.", "Mary Okafor"),
    ("Mary Okafor tweeted that she would not stand again.", "Mary Okafor"),
    ("The mayor of Sund, Olwen Pryce, told reporters the road would stay shut.", "Olwen Pryce"),
]

ANONYMOUS = [
    ("A senior official said the talks had failed.", "A senior official", None),
    ("Two officials familiar with the talks said they had failed.", "Two officials familiar with the talks", None),
    ("A person close to the board said Velin would leave.", "A person close to the board", None),
    ("A source close to the palace told Reuters the king was well.", "A source close to the palace", "Reuters"),
    ("A Kremlin-type source told Reuters that no meeting was planned.", "A Kremlin-type source", "Reuters"),
    ("Witnesses said the bus had been speeding.", "Witnesses", None),
    ("One resident said the sirens never sounded.", "One resident", None),
    ("A ministry official, who asked not to be named, said the report was late.", "A ministry official", None),
    ("Three diplomats told the Associated Press that the draft was dead.", "Three diplomats", "Associated Press"),
    ("Lawyers for Peter Lund said he would appeal.", "Lawyers for Peter Lund", None),
    ("Lund's lawyer said he would appeal.", "Lund's lawyer", None),
    ("Analysts said the rate would fall.", "Analysts", None),
    ("A neighbour told the Sund Gazette she heard shots.", "A neighbour", "Sund Gazette"),
    ("Some experts warned that the dam could fail.", "Some experts", None),
    ("Speaking on condition of anonymity, a diplomat said the text was ready.", "a diplomat", None),
]

DOCUMENTS = [
    ("The letter said the gate was unsafe.", "The letter"),
    ("Court documents show that Lund owed two million crowns.", "Court documents"),
    ("The indictment alleges that Lund moved the money abroad.", "The indictment"),
    ("A report by the audit office found that half the pumps had failed.", "A report by the audit office"),
    ("The study suggests that the ice is thinner than thought.", "The study"),
    ("According to police records, the car was stolen in May.", "police records"),
    ("According to a filing to the stock exchange, Velin sold her shares.", "a filing to the stock exchange"),
    ("The plant had failed twice, according to an internal memo.", "an internal memo"),
    ("Census data show that the town has shrunk.", "Census data"),
]

OUTLETS = [
    ("The Sund Gazette reported on Tuesday that the bank would merge.", {("outlet", "Sund Gazette", None)}),
    ("The bank would merge, Reuters reported.", {("outlet", "Reuters", None)}),
    ("The bank will merge, according to the Sund Gazette.", {("outlet", "Sund Gazette", None)}),
    (
        "According to Reuters, citing two officials, the bank will merge.",
        {("outlet", "Reuters", None), ("anonymous", "two officials", "Reuters")},
    ),
]

NOBODY = [
    "The two leaders held talks in Port Sund on Monday.",
    "His remarks drew applause in the hall.",
    "Reports of looting spread through the town.",
    "Claims against the insurer rose by a tenth.",
    "The minister opened the bridge and shook hands with engineers.",
    "Eleven engineers were at the dam when the gate failed.",
    "The union walked out at noon.",
    "The company will announce its results next week.",
    "The Energy Ministry closed the road.",
    "The army promised land took years to arrive.",
    "The vote was called for Friday.",
    "Nobody in the village had read the letter.",
    "The council accepted the offer.",
    "The bank posted a loss of four million crowns.",
    "The storm presented a danger to ships.",
    "The team celebrated in the streets.",
    "Residents received the demands in writing.",
    "The police recalled the officers from the square.",
    "Doctors found the boy under a table.",
    "The navy charged three men with piracy.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_somebody_named(text, name, hear):
    assert ("named", name) in {one[:2] for one in hear(text)[1]}


@pytest.mark.parametrize(("text", "name", "via"), ANONYMOUS)
def test_somebody_without_a_name_in_the_exact_words(text, name, via, hear):
    assert ("anonymous", name, via) in hear(text)[1]


@pytest.mark.parametrize(("text", "name"), DOCUMENTS)
def test_a_paper(text, name, hear):
    assert ("document", name, None) in hear(text)[1]


@pytest.mark.parametrize(("text", "sources"), OUTLETS)
def test_another_outlet(text, sources, hear):
    assert set(hear(text)[1]) == sources


@pytest.mark.parametrize("text", NOBODY)
def test_a_deed_has_no_source(text, hear):
    assert hear(text)[1] == []
