"""Speech acts as newsrooms print them: who says it, by which cue, and what is a deed and no speech."""

import pytest

POLITICS = [
    ("Opposition leader Nadia Ferro, who lost the vote, said she would go to court.", [("said", "Nadia Ferro")]),
    (
        "Ferro said she would go to court, adding that her party was behind her.",
        [("said", "Ferro"), ("adding", "Ferro")],
    ),
    ("The president told reporters that the treaty was dead.", [("told", "The president")]),
    ("The president's spokeswoman, Lina Moro, said the treaty was dead.", [("said", "Lina Moro")]),
    ("Lina Moro, the president's spokeswoman, told reporters the treaty was dead.", [("told", "Lina Moro")]),
    ("“We have a deal,” Foreign Minister Ivo Krantz announced late on Sunday.", [("announced", "Ivo Krantz")]),
    ("Krantz has repeatedly said the border will stay open.", [("said", "Krantz")]),
    ("Krantz did not say when the border would open.", [("say", "Krantz")]),
    ("The border, Krantz insisted, would stay open.", [("insisted", "Krantz")]),
    ("Asked whether he would resign, Krantz said he would not.", [("said", "Krantz")]),
    ("The government has denied that it knew of the plan.", [("denied", "The government")]),
    ("Ferro vowed to fight the ruling and accused the court of bias.", [("vowed", "Ferro"), ("accused", "Ferro")]),
    ("Speaking in Port Sund, Ferro said the count was rigged.", [("said", "Ferro")]),
    ("In a statement on Friday, the Foreign Ministry said the envoy had left.", [("said", "Foreign Ministry")]),
    ("The Foreign Ministry said in a statement that the envoy had left.", [("said", "Foreign Ministry")]),
    ("Ferro, whose party holds nine seats, called the budget “a con”.", [("called", "Ferro")]),
    ("Sen. Paula Reck, a Democrat from the north, said the bill was dead.", [("said", "Paula Reck")]),
    ("Neither Ferro nor Krantz said whether they would meet.", [("said", "Krantz")]),
    ("But Ferro said the vote should be held again.", [("said", "Ferro")]),
    ("“Not today,” was all Ferro would say.", None),
]

COURTS = [
    ("Judge Helen Marsh ruled that the search was unlawful.", None),
    ("Prosecutor Amir Sadek told the jury that Lund had lied to his clients.", [("told", "Amir Sadek")]),
    ("Lund pleaded not guilty, his lawyer, Eva Strand, said.", [("said", "Eva Strand")]),
    ("Lund denied stealing the money.", [("denied", "Lund")]),
    ("The jury heard that Lund had boasted of “easy money”.", [("boasted", "Lund")]),
    ("Court documents say the payments began in 2015.", [("say", "Court documents")]),
    ("Detectives said a woman had been charged with fraud.", [("said", "Detectives")]),
    ("Detective Inspector Ruth Cole said: “This was a cowardly act.”", [("said", "Ruth Cole")]),
    ("Lund was found guilty of fraud and will be sentenced on Monday.", []),
    ("Lund was charged with fraud and released on bail.", []),
]

SPORT = [
    ("“They wanted it more,” said the Rovers coach, Rafael Duarte.", [("said", "Rafael Duarte")]),
    ("“They wanted it more,” Rovers coach Rafael Duarte said.", [("said", "Rafael Duarte")]),
    ("Duarte said after the match that his players were tired.", [("said", "Duarte")]),
    ("Striker Emil Sand said he had felt the muscle go.", [("said", "Emil Sand")]),
    ("The club said Sand would miss six weeks.", [("said", "The club")]),
    ("Duarte praised his goalkeeper and took off his striker.", []),
    ("Sand answered with a goal a minute later.", []),
    ("The referee pointed to the spot.", []),
    ("Rovers presented the cup to their fans.", []),
    ("“I'm speechless,” Sand told Radio Sund.", [("told", "Sand")]),
]

BUSINESS = [
    ("Norvik Power said on Monday it would cut 400 jobs.", [("said", "Norvik Power")]),
    ("The cuts would begin in June, the company said.", [("said", "the company")]),
    ("Chief executive Marta Velin said in a call with analysts that demand was weak.", [("said", "Marta Velin")]),
    ("Norvik Power declined to comment.", [("declined", "Norvik Power")]),
    ("Norvik Power did not respond to a request for comment.", []),
    ("Velin could not be reached for comment.", []),
    ("Shares rose after the company reported a profit of four million crowns.", []),
    ("The regulator announced an inquiry into the sale.", None),
    ("Economists at Sund Bank estimate that growth will slow.", [("estimate", "Economists at Sund Bank")]),
    ("Traders said the market had expected worse.", [("said", "Traders")]),
]

WEATHER = [
    ("Forecasters warned that gusts could reach 140 km an hour.", [("warned", "Forecasters")]),
    ("The Sund Meteorological Office said the storm would pass by noon.", [("said", "Sund Meteorological Office")]),
    ("“Stay home,” the mayor, Olwen Pryce, urged.", [("urged", "Olwen Pryce")]),
    ("“We haven't seen rain like this in fifty years,” said one farmer, Tomas Okeke.", [("said", "Tomas Okeke")]),
    ("Rescuers said they had found four people on a roof.", [("said", "Rescuers")]),
    ("The river reached its peak at dawn, officials said, and then fell.", [("said", "officials")]),
]

SCIENCE = [
    ("The ice is thinner than thought, researchers report in the journal Sea and Ice.", None),
    (
        "“It is a small sample,” cautions Priya Nandakumar, who was not involved in the study.",
        [("cautions", "Priya Nandakumar")],
    ),
    ("The study's lead author, Priya Nandakumar, says the effect is real.", [("says", "Priya Nandakumar")]),
    (
        "Nandakumar and her colleagues found that the fish had moved north.",
        [("found", "Nandakumar"), ("found", "her colleagues")],
    ),
    ("Scientists say the crater is new.", [("say", "Scientists")]),
    ("“The crater,” she says, “is new.”", None),
]

CRIME = [
    ("A man in his forties was shot, police said.", [("said", "police")]),
    ("Police spokesman Karl Brink said the gunman had fled.", [("said", "Karl Brink")]),
    ("A neighbour, who did not want to be named, said she heard two shots.", [("said", "A neighbour")]),
    ("Witnesses told police the car had no lights.", [("told", "Witnesses")]),
    ("Officers are calling for witnesses.", []),
    ("The gunman demanded money and fled.", []),
    (
        "A spokesman for the ambulance service said three people were taken to hospital.",
        [("said", "A spokesman for the ambulance service")],
    ),
]

NOUNS = [
    ("The ministers held talks on Monday.", []),
    ("His remarks to the press were brief.", []),
    ("There were claims of fraud.", []),
    ("The two reports of the commission fill a shelf.", []),
    ("Calls for calm went unheard.", []),
    ("The offer was signed by both banks.", []),
    ("Her promises to the farmers were not kept.", []),
    ("A request for help came at noon.", []),
    ("The answer came too late.", []),
    ("They fear the river.", []),
    ("The notes were found in a drawer.", []),
    ("An all-party call for calm was read out.", []),
]

AFTER = [
    ("“It is over,” says Ferro.", [("says", "Ferro")]),
    ("'It is over,' says the mayor", [("says", "the mayor")]),
    ("“It is over,” said Ferro's deputy, Olof Rand.", [("said", "Olof Rand")]),
    ("“It is over,” said Olof Rand, the deputy of Nadia Ferro.", [("said", "Olof Rand")]),
    ("“It is over,” said Olof Rand of the Harbour Party.", [("said", "Olof Rand")]),
    ("It is over, according to Olof Rand.", [("according to", "Olof Rand")]),
    ("“It is over,” said a man who gave his name as Tom.", [("said", "a man")]),
    ("“It is over,” said two aides.", [("said", "two aides")]),
    ("“It is over,” read a statement from the palace.", None),
    (
        "The hall was full, said Olof Rand, adding that hundreds were turned away.",
        [("said", "Olof Rand"), ("adding", "Olof Rand")],
    ),
    (
        "The palace said it would publish the letter, according to the Sund Gazette.",
        [("according to", "Sund Gazette"), ("said", "The palace")],
    ),
]

CASES = POLITICS + COURTS + SPORT + BUSINESS + WEATHER + SCIENCE + CRIME + NOUNS + AFTER


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected in CASES if expected is not None])
def test_who_speaks_by_which_cue(text, expected, speeches):
    assert sorted(speeches(text)) == sorted(expected)


def test_a_sentence_without_end_is_read_in_its_parts(speeches):
    acts = speeches("the man who said that he said the report said and " * 200)
    assert len(acts) > 200
