"""Words by which somebody is told to say, think, feel, want or judge something: written by hand, by what they take.

Attribution in the sense of PolNeAR and PARC (S. Pareti; E. Newell and others): statements, beliefs, intentions,
attitudes and perceptions of a source. No word was taken from a corpus that may not be trained on.
"""

from __future__ import annotations

CLAUSE = frozenset(
    """
    say tell add claim state announce report explain argue insist suggest note declare admit acknowledge concede
    confirm deny assert allege contend maintain reiterate repeat stress emphasize emphasise warn caution predict
    forecast estimate promise vow pledge swear assure reassure inform notify remind advise recommend propose urge
    reply respond answer ask wonder question inquire write tweet post blog joke quip mention remark observe comment
    recall testify conclude reason speculate reveal disclose indicate imply hint signal show demonstrate prove
    suspect believe think feel know understand realize realise recognize recognise remember forget assume presume
    suppose guess imagine expect hope fear worry doubt hold agree disagree complain lament boast brag gloat argue
    charge accuse protest object counter retort shout yell scream whisper mutter murmur exclaim cry announce proclaim
    preach teach learn discover find hear see notice sense judge consider deem decide determine rule vote order
    demand require request beg plead appeal call threaten dream pretend figure bet gather read certify attest
    vouch convince persuade concur posit postulate theorize theorise hypothesize surmise infer deduce anticipate
    foresee envision envisage opine confess profess volunteer interject blurt chide scold quote cite detail outline
    describe relate recount narrate echo intone chime continue begin stipulate specify underscore underline
    highlight reckon calculate assess gauge find-out point-out spell-out make-clear
    """.split()
)
"""Verbs whose words or thought are a clause, or words in quote marks."""

WISH = frozenset(
    """
    want wish hope plan intend aim seek try attempt refuse decline agree promise vow pledge threaten offer propose
    decide choose prefer expect need like love hate fear dread mean desire long yearn demand ask claim prepare
    hesitate struggle opt vote resolve undertake volunteer swear pretend profess care consent endeavour endeavor
    encourage urge order command direct instruct tell advise persuade convince invite warn remind forbid permit
    allow authorize authorise require request beg implore press push force challenge counsel
    """.split()
)
"""Verbs whose wish or order is a clause without a subject of its own ("plans to leave", "urged them to stay")."""

JUDGE = frozenset(
    """
    criticize criticise condemn denounce blame praise applaud commend hail thank congratulate support oppose back
    endorse reject dismiss defend attack slam blast mock ridicule insult accuse fault welcome appreciate admire
    respect love hate like dislike detest despise loathe resent envy fear distrust mistrust trust doubt question
    challenge dispute contest deny refute rebut rebuke reprimand censure chide scold call label brand dub term
    describe characterize characterise portray depict consider regard view deem see perceive treat judge rate rank
    favor favour prefer approve disapprove embrace celebrate mourn regret lament deplore decry deride lambaste
    lambast bash vilify demonize demonise liken compare equate want demand seek urge propose discuss mention cite
    describe explain outline announce reveal disclose confirm acknowledge admit recognize recognise know understand
    believe expect predict anticipate promise vow pledge threaten warn suggest recommend advocate champion promote
    tout boast defend justify excuse forgive pardon worship value cherish enjoy ignore disregard remember recall
    forget imagine envision envisage ponder contemplate weigh assess evaluate analyze analyse examine notice
    watch witness hear suspect presume assume foresee order approve veto ban protest bemoan invoke echo downplay
    underestimate overestimate exaggerate tolerate accept concede misunderstand misjudge crave need
    """.split()
)
"""Verbs that take what is judged, felt, meant or noticed as their object."""

ABOUT = {
    "talk": ("about", "of"), "speak": ("about", "of", "against", "for"), "think": ("about", "of"),
    "complain": ("about", "of"), "worry": ("about", "over"), "care": ("about", "for"), "hear": ("about", "of"),
    "know": ("about", "of"), "learn": ("about", "of"), "dream": ("about", "of"), "joke": ("about",),
    "write": ("about",), "comment": ("on", "about"), "insist": ("on", "upon"), "agree": ("on", "with", "to"),
    "disagree": ("with", "on", "about"), "call": ("for", "on", "upon"), "push": ("for",), "press": ("for",),
    "argue": ("for", "against", "about"), "warn": ("of", "about", "against"), "object": ("to",), "apologize": ("for",),
    "apologise": ("for",), "vote": ("for", "against"), "campaign": ("for", "against"), "lobby": ("for", "against"),
    "plead": ("for", "with"), "appeal": ("for", "to"), "ask": ("for", "about"), "look": ("at", "for"), "hope": ("for",),
    "wish": ("for",), "long": ("for",), "believe": ("in",), "rely": ("on",), "trust": ("in",), "approve": ("of",),
    "disapprove": ("of",), "refer": ("to", "as"), "point": ("to", "at"), "allude": ("to",), "respond": ("to",),
    "react": ("to",), "reply": ("to",), "focus": ("on",), "reflect": ("on",), "elaborate": ("on",),
    "expand": ("on",), "dwell": ("on",), "boast": ("about", "of"), "brag": ("about",), "wonder": ("about",),
    "inquire": ("about",), "lie": ("about",), "protest": ("against",), "rail": ("against",), "side": ("with",),
    "sympathize": ("with",), "sympathise": ("with",), "hint": ("at",), "marvel": ("at",), "laugh": ("at",),
    "testify": ("about", "to", "against"), "plan": ("on", "for"), "aim": ("for", "at"), "settle": ("on",),
    "decide": ("on", "against"), "opt": ("for",), "yearn": ("for",), "root": ("for",),
}  # fmt: skip
"""Verbs whose matter stands behind a preposition."""

NOUNS = frozenset(
    """
    claim claims statement announcement suggestion belief view opinion report remark comment promise pledge vow call
    demand criticism concern fear hope warning accusation allegation denial plan proposal threat agreement suspicion
    assertion argument contention assumption expectation prediction forecast estimate confidence doubt worry desire
    wish intention recommendation advice request appeal order insistence acknowledgment admission confession
    conclusion finding ruling decision verdict assessment judgment judgement perception impression feeling sense
    idea notion theory hypothesis speculation rumor rumour complaint protest objection opposition support praise
    condemnation apology explanation description account testimony assurance reassurance commitment determination
    willingness reluctance refusal preference enthusiasm optimism pessimism skepticism scepticism frustration anger
    outrage dismay disappointment regret gratitude admiration respect distrust mistrust hatred contempt love
    interest knowledge awareness understanding conviction certainty consensus
    """.split()
)
"""Nouns of the same kind, with what is said behind "that", "to", "of", "about" and the like."""

ADJECTIVES = frozenset(
    """
    critical supportive confident sure certain convinced aware unaware afraid fearful concerned worried anxious
    nervous hopeful optimistic pessimistic skeptical sceptical doubtful suspicious wary happy glad pleased delighted
    proud grateful thankful sorry sad angry furious upset frustrated disappointed dismayed outraged shocked surprised
    amazed stunned alarmed impressed excited enthusiastic eager keen willing unwilling reluctant ready determined
    committed opposed adamant dismissive respectful tired sick jealous envious fond curious interested uninterested
    satisfied dissatisfied unhappy comfortable uncomfortable mindful conscious positive insistent
    """.split()
)
"""Adjectives behind "be", "feel", "seem" and the like that tell what somebody feels or thinks of something."""
