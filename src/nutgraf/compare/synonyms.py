"""Words that reporters use for one thing, so that two tellings of it can be laid side by side."""

from __future__ import annotations

from functools import cache

from nutgraf.models.terms import content_stems

# One line, one thing. Written by hand from how news is told; a word stands in one line only.
_LINES = """
meeting summit talks talk meet negotiation negotiations negotiate sit-down encounter
reject rejected rejects refuse refused refusal rebuff rebuffed decline declined turned
deny denied denies denial dispute disputed refute
die died dead death deaths kill killed killing fatal fatalities fatality toll perish perished lives casualties
injure injured injuries injury hurt wound wounded
agree agreed agreement deal accord pact settlement settle treaty
cede ceding concede concession concessions swap swaps swapping transfer surrender relinquish withdraw withdrawal
truce ceasefire cease-fire armistice
sack sacked fire fired dismiss dismissed oust ousted removed removal
resign resigned resignation quit quits step stepped
arrest arrested arrests detain detained detention custody
accuse accused accusation blame blamed allege alleged allegation
strike strikes walkout stoppage
protest protests protesters demonstration demonstrations demonstrators rally rallies march
evacuate evacuated evacuation evacuees
flood flooding floods flooded inundated deluge
blaze fire fires wildfire burned burnt
collapse collapsed collapses gave
crash crashed collision collided
explosion explode exploded blast blasts
vote votes voted ballot ballots poll polling
election elections electoral
win won victory wins
lose lost loss defeat defeated
raise raised raising rise rose risen increase increased increases hike grew climb climbed jump jumped
cut cuts fell fall fallen decrease decreased drop dropped reduce reduced reduction decline
cost costs price bill worth
money funding funds fund finance financing budget
law bill legislation act statute
court judge judges tribunal ruling ruled
fishing fisheries fishery fish
lift liftoff launch launched
rule govern
probe inquiry investigation investigate investigated investigators investigating
report reported review audit findings
plan plans planned proposal propose proposed scheme
build built construct construction building
close closed closure shut shutdown
open opened reopen reopened opening
begin began begun start started
end ended ending finish finished conclude concluded conclusion
delay delayed postpone postponed postponement
request requested behest ask asked invitation invite invited initiative sought seek
warn warned warning alert alerted
help aid assistance relief support
money payment pay paid compensation wage wages salary
contaminated contaminate contamination polluted pollute polluting pollution
worker workers staff employee employees crew workforce
boss chief head director leader chair chairman chairwoman president
spokesman spokeswoman spokesperson press secretary
police officers officer constabulary
soldier soldiers troops troop forces army military
territory territories land lands region regions
border borders frontier boundary
sanction sanctions penalty penalties embargo
war conflict fighting hostilities battle
peace settlement
arms weapons weapon armaments nuclear
child children youngster youngsters pupil pupils
house home homes houses household households property properties
power electricity outage blackout
ship vessel boat ferry
plane aircraft jet airliner
road street highway motorway
storm hurricane typhoon cyclone gale
earthquake quake tremor
hospital clinic infirmary
doctor doctors medic medics physician
patient patients
school schools academy
firm company corporation business operator
buy bought purchase purchased acquire acquired acquisition takeover
sell sold sale
job jobs post posts position positions redundancy layoffs layoff redundancies
fine fined penalty
jail jailed prison imprisoned sentence sentenced
trial hearing proceedings inquest
guilty convicted conviction
hour hours minute minutes
crowd thousands hundreds
leave left depart departed departure
arrive arrived arrival receive received receives reach reached
union unions federation
letter writing written wrote
return returned returning
visit visited trip travel travelled journey
speak spoke speech remarks remark comments comment said
describe described call called label dubbed
apologise apology apologised sorry regret
test tests tested testing trial
leak leaked leaking spill spilled
rescue rescued saved
missing disappeared unaccounted
corrosion corroded corrode rust rusted rusting
suspend suspended suspension halt halted stop stopped stopping cease ceased
ban banned prohibit prohibited
approve approved approval backed endorse endorsed
oppose opposed opposition against
"""


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for line in _LINES.strip().splitlines():
        first = content_stems(line.split()[0])
        for word in line.split():
            for stem in content_stems(word):
                classes.setdefault(stem, first[0] if first else stem)
    return classes


def same_thing(stem: str) -> str:
    """Return the stem that stands for all words of the same thing; a stem in no line stands for itself."""
    return _classes().get(stem, stem)
