"""Words that tell what kind of thing a capitalised name is: titles, roles, organisations, facilities, peoples."""

from __future__ import annotations

HONORIFICS = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "dame": "f", "lady": "f", "dr": "", "dr.": "", "prof": "", "prof.": "", "king": "m", "queen": "f", "prince": "m",
    "princess": "f", "mx": "", "pope": "m", "father": "m", "sister": "f", "baroness": "f", "baron": "m", "duke": "m",
    "duchess": "f", "sheikh": "m", "imam": "m", "rabbi": "", "ayatollah": "m", "emir": "m",
}  # fmt: skip
"""Forms of address before a name and the gender they tell."""

ROLES = frozenset(
    """
    president vice-president chancellor minister premier mayor governor senator sen. sens. rep. reps. representative
    gov. lt. secretary ambassador envoy spokesman spokeswoman spokesperson judge justice attorney prosecutor general
    gen colonel col. major maj. captain capt. lieutenant sergeant sgt. admiral adm. commander cmdr. detective
    inspector superintendent constable officer marshal sheriff chief commissioner director chairman chairwoman chair
    chairperson ceo executive manager coach striker goalkeeper midfielder defender winger quarterback pitcher
    batsman bowler skipper boss owner founder co-founder author historian analyst economist professor researcher
    scientist lawyer solicitor barrister counsel lawmaker congressman congresswoman councillor councilman
    councilwoman councilmember alderman mp mep delegate speaker leader deputy aide adviser advisor strategist
    activist campaigner organiser organizer journalist reporter correspondent editor columnist presenter actor
    actress singer director-general rapporteur cardinal bishop archbishop pastor reverend rev. priest rabbi imam
    dictator oligarch billionaire businessman businesswoman entrepreneur trader banker investor teacher headteacher
    principal student farmer fisherman driver pilot engineer worker nurse doctor surgeon physician paramedic
    firefighter resident victim suspect defendant witness widow wife husband son daughter brother sister mother
    father candidate nominee challenger incumbent rival colleague predecessor successor counterpart chancellor
    treasurer ombudsman diplomat official negotiator soloist poet novelist writer artist painter musician player
    captain champion star veteran soldier residents governor-general undersecretary under-secretary whip opponent
    supporter owner landlord shopkeeper baker meteorologist geologist seismologist hydrologist forecaster
    epidemiologist virologist biologist physicist climatologist magistrate coroner clerk trustee partner fellow
    expert politician insider neighbour neighbor tenant goalscorer defenceman forward centre-back referee umpire
    swimmer runner sprinter cyclist jockey boxer
    """.split()
)
ROLES = ROLES | {role.rstrip(".") for role in ROLES}
"""Heads of a person's role, lower case."""

ROLE_BEFORE = frozenset(
    """
    army navy party's former ex- acting interim deputy vice prime foreign finance defence defense interior health
    education justice environment energy trade transport home culture agriculture labour labor housing climate first
    second lady press white house kremlin pentagon state district county federal supreme court attorney us u.s. uk
    national security chief executive senior junior head assistant general managing city police fire opposition
    party majority minority house senate parliamentary presidential special union club team police human rights
    climate aid relief field shadow independent conservative labour liberal democratic republican green socialist
    communist group bank company of staff board research policy political military medical legal retired veteran
    longtime local regional provincial state-run factory operetta opera trade-union school university circuit
    appeals high crown magistrates county's lead principal fellow chief-of-staff co- junior rear brigadier
    lieutenant major task force water works public football cricket rugby tennis basketball hockey centre center
    left right back wing star home away record striker
    """.split()
)
"""Words that stand before the head of a role."""

ORG_LAST = frozenset(
    """
    inc inc. corp corp. corporation ltd ltd. limited llc llp plc gmbh ag co co. company group holdings partners
    university college school academy institute institution ministry department council committee commission
    commissioner's board bureau agency authority administration service services office party union federation
    confederation association society league network foundation fund trust center centre bank court tribunal senate
    congress parliament assembly house knesset duma police constabulary guard army navy force forces corps command
    brigade battalion regiment division fleet militia coalition alliance organisation organization secretariat
    cabinet government treasury exchange trains buses stores supermarkets ab oy asa nv bv spa airlines airways
    railways railway rail motors industries systems technologies technology energy oil petroleum gas pharmaceuticals
    chemicals steel electric media press news times post herald gazette tribune journal chronicle courier observer
    hospital clinic museum library theatre theater orchestra church club united city rovers wanderers athletic
    albion fc f.c. chamber cooperative co-op charity campaign movement front brotherhood partnership consortium
    laboratory laboratories observatory zoo ferries shipping logistics watch international nations bank's survey
    initiative project programme program taskforce patrol ombudsman unions teamsters workers studios records
    entertainment sports games foods brewery breweries farms estates archives registry inquiry inspectorate
    directorate consulate embassy mission delegation utilities water works
    """.split()
)
"""Last words of an organisation's name."""

ORG_HEAD = frozenset(
    """
    ministry department university bank center centre institute council office house court board bureau association
    union federation chamber committee school college church museum academy society league organisation organization
    fund commission agency authority bishop's headquarters parliament assembly institution foundation alliance
    campaign campaigners doctors reporters mothers friends confederation conference group club army senate congress
    survey trust secretariat directorate royal international national
    """.split()
)
"""Words that may be followed by "of", "for" and "and" inside an organisation's name."""

WEAK_ORG = frozenset(
    "house city united times post water works energy oil gas sports games watch international front press guard "
    "campaign club force forces school company group office service services project program programme mission "
    "workers hospital library museum church division command estates records media trust movement fund".split()
)
"""Words that make an organisation only after another capitalised word that is not a country's or a person's."""

FACILITY_LAST = frozenset(
    """
    airport bridge station street road avenue boulevard lane square park stadium arena base airfield port harbour
    harbor island islands isle lake river creek bay valley mountain mountains mount hill hills forest beach coast
    peninsula canal dam reservoir glacier glen falls tower palace castle cathedral abbey hall plaza mall market
    prison jail quay pier wharf dock docks terminal tunnel highway motorway interstate crossing junction heights
    fjord sound strait gulf sea ocean desert plateau gorge canyon pass point cape reef atoll volcano oblast region
    province district county prefecture governorate parish village town borough suburb neighbourhood neighborhood
    drive way gardens wood woods moor estuary delta basin marina refinery plant mine
    """.split()
)
"""Last words of a place's or a facility's name."""

PLACE_BEFORE = frozenset(
    """
    town city village port island district province region county state suburb neighbourhood neighborhood hamlet
    municipality borough capital resort settlement township parish prefecture river lake
    """.split()
)
"""Common nouns in "the port town of X"."""

PLACE_PREPOSITIONS = frozenset(
    "in near outside around at from to towards toward across through off into within".split()
)
"""Prepositions before a place that the gazetteer knows."""

STRONG_PREPOSITIONS = frozenset("in near outside around across throughout".split())
"""Prepositions that make a place of a name nobody knows."""

SIDES = frozenset(
    """
    northern southern eastern western central north south east west nearby downtown rural coastal inner outer upper
    lower north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern
    mainland neighbouring neighboring greater
    """.split()
)
"""Words between a preposition and a place."""

METONYMS = frozenset(
    " ".join(
        """
    air force; airbus; al qaeda; al-qaeda; al-shabab; amazon.com; amnesty international; apple inc; aramco; bank of
    england; blue house; boeing; boko haram; buckingham palace; bundesrat; bundestag; cabinet; capitol hill; chatham
    house; city hall; coast guard; congress; dail; defence ministry; defense ministry; downing street; duma; elysee;
    elysee palace; european commission; european council; european parliament; european union; europol; facebook;
    fed; federal reserve; foggy bottom; folketing; foreign ministry; foreign office; gazprom; goldman sachs; google;
    greenpeace; hamas; hezbollah; holyrood; home office; house of commons; house of lords; house of representatives;
    house speaker; huawei; human rights watch; instagram; international criminal court; international monetary fund;
    interpol; islamic state; jpmorgan; jpmorgan chase; justice department; kensington palace; knesset; kremlin;
    labour party; mckinsey; met office; meta platforms; metropolitan police; microsoft; morgan stanley; national
    guard; netflix; no 10; no. 10; number 10; openai; oval office; parliament; pentagon; quai d'orsay; rada; red
    cross; revolutionary guard; revolutionary guards; riksdag; rosneft; samsung; scotland yard; scottish parliament;
    security council; sejm; senate; senedd; siemens; state department; state duma; stormont; supreme court; taliban;
    telegram; tesla; tiktok; toyota; treasury; treasury department; twitter; uber; united nations; verkhovna rada;
    volkswagen; wagner group; wall street; walmart; welsh parliament; westminster; whatsapp; white house; whitehall;
    world bank; world health organization; youtube; zhongnanhai
    """.split()
    ).split("; ")
)
"""Names of buildings, seats, firms and bodies that are organisations wherever they stand, folded."""

ACRONYMS = frozenset(
    """
    NATO EU UN IMF WHO WTO OECD OPEC ASEAN OSCE ICC ICJ IAEA UNESCO UNICEF UNHCR UNRWA WFP FIFA UEFA IOC NBA NFL MLB
    NHL FBI CIA NSA DEA ICE EPA FDA CDC NASA NOAA FEMA IRS SEC FCC FTC FAA NTSB NLRB FSB GRU SBU SVR MI5 MI6 GCHQ
    NHS HMRC ECB BOE IRA ISIS ISIL IDF IRGC PKK PLO KGB ATF DHS DOJ TSA USAID USGS GOP SNP DUP CDU SPD AfD ANC BJP
    CCP RSPCA RNLI TUC RMT GMB UAW AFL-CIO ACLU NAACP NRA BP HSBC IBM AT&T UPS BMW VW GM GE RAF USAF CPS CBI ONS OBR
    ICRC MSF BRICS G7 G20 HHS HUD VA AFP CENTCOM AFRICOM RNC DNC FAO ILO IOM WADA ATP WTA PGA ECHR EFTA ECOWAS NGO
    """.split()
)
"""Acronyms of organisations that are known without being spelt out."""

NO_ENTITY = frozenset(
    """
    i ai tv ceo cfo coo gdp vat dna covid covid-19 hiv ok am pm am. pm. ad bc id it qr pdf app sms gps led lgbt
    lgbtq faq cctv suv atm usb pc dvd cd dj hq vip ufo nft ipo phd mba gcse ev evs est gmt bst utc edt pdt pst cet
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
    sat sun christmas easter ramadan thanksgiving halloween hanukkah diwali god internet web english-language bill
    act photo photos image video file read more watch listen live breaking exclusive update updated correction
    editor's note share follow subscribe related comments advertisement north south east west western eastern
    northern southern earth moon mars bible quran cold first second third world war great mr mrs ms dr sir am x
    """.split()
)
"""Capitalised words that name no person, body, place or people by themselves."""

GROUPS = {
    "republican": "republican", "republicans": "republican", "democrat": "democrat", "democrats": "democrat",
    "democratic": "democrat", "conservatives": "conservative", "tory": "conservative", "tories": "conservative",
    "liberals": "liberal", "lib dem": "liberal democrat", "lib dems": "liberal democrat",
    "liberal democrat": "liberal democrat", "liberal democrats": "liberal democrat", "greens": "green",
    "socialists": "socialist", "communists": "communist", "communist": "communist", "islamist": "islamist",
    "islamists": "islamist", "nazi": "nazi", "nazis": "nazi", "muslim": "muslim", "muslims": "muslim",
    "christian": "christian", "christians": "christian", "jewish": "jewish", "jew": "jewish", "jews": "jewish",
    "catholic": "catholic", "catholics": "catholic", "protestant": "protestant", "protestants": "protestant",
    "sunni": "sunni", "sunnis": "sunni", "shia": "shia", "shiite": "shia", "shiites": "shia", "hindu": "hindu",
    "hindus": "hindu", "buddhist": "buddhist", "buddhists": "buddhist", "sikh": "sikh", "sikhs": "sikh",
    "orthodox": "orthodox", "kurdish": "kurdish", "kurd": "kurdish", "kurds": "kurdish", "arab": "arab",
    "arabs": "arab", "european": "european", "europeans": "european", "african": "african", "africans": "african",
    "asian": "asian", "asians": "asian", "latino": "latino", "latinos": "latino", "hispanic": "hispanic",
    "rohingya": "rohingya", "uyghur": "uyghur", "uyghurs": "uyghur", "uighur": "uyghur", "uighurs": "uyghur",
    "houthi": "houthi", "houthis": "houthi", "chechen": "chechen", "chechens": "chechen", "tatar": "tatar",
    "tatars": "tatar", "catalan": "catalan", "catalans": "catalan", "basque": "basque", "soviet": "soviet",
    "alaskan": "alaskan", "alaskans": "alaskan", "texan": "texan", "texans": "texan", "californian": "californian",
    "californians": "californian", "new yorkers": "new yorker", "new yorker": "new yorker", "londoners": "londoner",
    "londoner": "londoner", "parisian": "parisian", "berliners": "berliner", "maori": "maori", "inuit": "inuit",
    "native american": "native american", "native americans": "native american", "latin american": "latin american",
    "african american": "african american", "african americans": "african american",
    "scandinavian": "scandinavian", "nordic": "nordic", "baltic": "baltic", "balkan": "balkan", "crimean": "crimean",
    "gazan": "gazan", "gazans": "gazan", "evangelical": "evangelical", "evangelicals": "evangelical",
    "druze": "druze", "alawite": "alawite", "alawites": "alawite", "yazidi": "yazidi", "yazidis": "yazidi",
}  # fmt: skip
"""Religions, parties and peoples without a country's demonym, by their own key."""
