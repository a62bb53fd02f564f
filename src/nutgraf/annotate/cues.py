"""The verbs and phrases that give somebody's words, and the nouns that name a source without a name."""

from __future__ import annotations

import re
from collections.abc import Collection

# Verbs that report speech whatever follows them, by how English inflects them.
_REGULAR = """
accept accuse acknowledge add admit affirm allege announce answer argue ask assert assure blame boast brand
call caution celebrate charge cite claim clarify comment complain concede conclude condemn confirm contend
counter criticise criticize crow declare decline demand denounce deny describe detail dismiss disclose dispute doubt dub
echo emphasise emphasize estimate exclaim explain express fear hail hint hope indicate inform insist instruct
joke label lament lash maintain mention mock note object observe offer outline pledge point praise predict present
proclaim promise propose quip reassert reassure recall recommend recount refer refuse refute reiterate reject relay
remark remember remind reply report request respond retort reveal signal slam state stress
suggest tout underline underscore urge voice vow warn welcome whisper wonder quote post tweet
recognise recognize appeal apologise apologize advise agree
thunder shout chant cry yell scream mutter murmur gush fume muse opine surmise reckon elaborate interject concur
disagree sigh grumble moan bellow enthuse rage plead
exhort implore beseech counsel repeat posit theorise theorize speculate stipulate specify scold chide sneer snap
deadpan gripe rail intone
liken compare characterise characterize depict portray blast deride mock ridicule decry laud applaud commend assail
bemoan lambast rebuke chastise attack reference disparage denigrate pound deem pillory skewer extol admire regard
"""
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "think": "think thinks thought thinking",
    "speak": "speak speaks spoke spoken speaking",
    "believe": "believe believes believed believing",
    "testify": "testify testifies testified testifying",
    "reply": "reply replies replied replying",
    "deny": "deny denies denied denying",
    "swear": "swear swears swore sworn swearing",
    "show": "show shows showed shown showing",
    "find": "find finds found finding",
    "talk": "talked talking",
    "rule out": "ruled out|rules out|rule out|ruling out",
    "rule": "ruled rules rule",
    "go after": "went after|gone after|goes after|going after",
    "fire back": "fired back|fires back|firing back",
    "hit back": "hit back|hits back|hitting back",
    "shoot back": "shot back|shoots back|shooting back",
    "chime in": "chimed in|chimes in|chiming in",
    "weigh in": "weighed in|weighs in|weighing in",
    "continue": "continued continues",
    "go on": "went on|goes on",
    "paint": "paints painted",
    "put": "puts",
    "read": "reads read",
}
_DOUBLED = {
    "admit": "admitted admitting",
    "refer": "referred referring",
    "quip": "quipped quipping",
    "dub": "dubbed dubbing",
    "slam": "slammed slamming",
    "prefer": "preferred preferring",
}

WEAK = frozenset(
    """
    accept blame celebrate decline detail doubt echo estimate fear find hope present refuse reject request show
    think believe welcome offer agree dispute dismiss talk accuse condemn criticise criticize denounce recognise
    recognize rule-out read report outline post answer label call brand dub speak point object lash recall
    """.split()
)
"""Verbs that are as often deeds as words: they report a source only when a person or body is their subject."""

FOR_DOCUMENTS = frozenset({"paint", "put"})
"""Verbs that only a document says something with ("the survey puts it at a third")."""

NEEDS_OBJECT = frozenset(
    """
    call describe label brand dub refer talk speak present hail tout quote express voice
    liken compare characterise characterize depict portray blast deride mock ridicule decry laud applaud commend assail
    bemoan lambast rebuke chastise attack reference disparage denigrate pound deem pillory skewer extol praise admire
    regard go-after
    """.split()
)
"""Verbs that put a description into somebody's mouth ("called it “…”") rather than a sentence."""

NEEDS_QUOTE = frozenset(
    """
    hail praise admire regard go-after liken compare characterise characterize depict portray blast deride mock ridicule
    decry laud applaud commend assail bemoan lambast rebuke chastise attack reference disparage denigrate pound deem
    pillory skewer extol
    """.split()
)
"""Verbs that judge; they report words only where some of them are quoted ("likened the plan to “a lottery”")."""

NEEDS_THAT = frozenset(
    """
    accept agree answer celebrate decline detail estimate find maintain object offer outline post present read
    recall refuse request show signal speak charge add observe reveal pledge guarantee appeal respond continue refer
    promise go-on thunder shout chant cry yell scream mutter murmur gush fume muse elaborate disagree sigh
    grumble moan bellow enthuse rage plead repeat rule scold chide sneer snap gripe rail specify fire-back hit-back
    shoot-back chime-in weigh-in
    """.split()
)
"""Verbs that report speech only before "that", a quotation or a colon ("agreed that"), and are deeds otherwise."""

NOUN_TOO = frozenset(
    """
    calls talks comments demands claims reports remarks promises hopes fears offers signals estimates charges
    requests objects posts labels brands answers blames boasts doubts echoes denials jokes mentions notes pledges
    points presents proposals quotes stresses vows warns voices outlines details details appeals urges call talk
    comment demand claim report remark promise hope fear offer signal estimate charge request object post label
    brand answer
    tweets tweet attacks attack blasts blast rules rule references reference repeat repeats snap snaps counsel counsels
    mock rebuke rebukes gripe gripes rail rails pound pounds sneer sneers
    """.split()
)
"""Forms that are as often nouns ("held calls", "his demands"): verbs only right after a name, a pronoun or a body."""

DENYING = frozenset(
    """
    deny reject refute dismiss dispute refuse rule-out decline counter
    """.split()
)
"""Verbs that say no to what follows."""


def _inflect(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in _REGULAR.split():
        if verb in _IRREGULAR:
            continue
        for form in _inflect(verb):
            forms[form] = verb
        for form in _DOUBLED.get(verb, "").split():
            forms[form] = verb
    for verb, text in _IRREGULAR.items():
        for form in text.split("|") if "|" in text else text.split():
            forms[form] = verb.replace(" ", "-")
    return forms


FORMS: dict[str, str] = _forms()
"""Every inflected form of a reporting verb and its lemma ("says" → "say", "ruled out" → "rule-out")."""


def _as_tree(forms: Collection[str]) -> str:
    """Return a pattern of the forms that shares their beginnings, longest first: ten times as quick as a list."""
    tails: dict[str, list[str]] = {}
    for form in forms:
        tails.setdefault(form[:1], []).append(form[1:])
    branches = [re.escape(first) + _as_tree(rest) for first, rest in sorted(tails.items()) if first]
    if not branches:
        return ""
    tree = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{tree})?" if "" in tails else tree


VERB = re.compile(rf"\b({_as_tree(FORMS)})\b")
"""A reporting verb in running text."""

ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Cc]iting|as quoted by|[Qq]uoting|"
    r"[Pp]er(?= (?:the|his|her|its|their) [a-z]))\b"
)
"""A phrase that names the source after it."""

AUXILIARY = re.compile(
    r"(?:^|(?<=[\s,]))(?:has|have|had|is|was|are|were|be|been|being|did|does|do|also|later|"
    r"earlier|first|then|recently|repeatedly|publicly|previously|however|still|never|not|further|again|once|"
    r"today|yesterday|(?:in|since) (?:(?:early|mid|late)[ -])?(?:[A-Z][a-z]+ )?\d{4}|"
    r"already|instead|meanwhile|too|since|just|now|even|only|all|both|who|which|[a-z]+ly|"
    r"(?:on )?(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|"
    r"afternoon))?),?\s*$"
)
"""A word that may stand between a subject and its verb, at the end of a stretch of text."""

ANONYMOUS = frozenset(
    """
    one two three four five six seven official officials source sources person people insider insiders aide aides
    adviser advisers advisor advisors diplomat diplomats analyst analysts expert experts observer observers witness
    witnesses resident residents critic critics supporter supporters opponent opponents employee employees worker
    workers staff staffer staffers lawyer lawyers neighbour neighbours neighbor neighbors passenger passengers
    investigator investigators economist economists scientist scientists researcher researchers trader traders
    engineer engineers executive executives colleague colleagues relative relatives member members lawmaker
    lawmakers legislator legislators politician politicians strategist strategists historian historians locals local
    villager villagers protester protesters demonstrator demonstrators man woman men women leader leaders doctor
    doctors nurse nurses teacher teachers student students campaigner campaigners activist activists some many
    others ally allies volunteer volunteers driver drivers survivor survivors tourist tourists customer customers
    shopkeeper shopkeepers firefighter firefighters paramedic paramedics soldier soldiers pilot pilots fan fans
    voter voters mother father parent parents pensioner pensioners miner miners hiker hikers walker walkers
    bystander bystanders motorist motorists commuter commuters friend friends girl boy trader rescuer rescuers crew
    fisherman fishermen farmer farmers spokesperson spokesman spokeswoman eyewitness eyewitnesses another
    """.split()
)
"""Head nouns of a source that the outlet does not name."""

DOCUMENT = frozenset(
    """
    report reports paper note data study studies survey surveys poll polls polling document documents filing filings
    record records statement statements memo memos letter letters order review audit inquiry findings census figures
    footage papers email emails transcript transcripts database bulletin notice log logs minutes ruling judgment
    results tests research photos photographs recording recordings messages statistics law constitution treaty
    contract draft guidelines bylaws brief briefs article articles editorial editorials headline petition resolution
    platform judgement indictment lawsuit complaint analysis assessment documentation register
    image images video release communique
    """.split()
)
"""Head nouns of a written or recorded source."""
