"""Words that outlets use for one thing where the choice carries a judgement: a table written by hand.

One line, one set: what is compared (`noun`, `verb`, `kind` for what stands before a noun, `says` for verbs of
reporting), then words that mostly name, a bar, and words that mostly judge. Which way a word leans is not written down
and not judged: the bar only keeps two plain words ("protesters", "demonstrators") from being told as a difference. The
same word may stand in several lines. A noun is written in the singular, a verb in its base form; forms that do not
follow the rule stand behind a slash, and then all of them. A line that is too long goes on below, indented.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from nutgraf.compare.verbs import inflect

_LINES = """
noun government, administration, authorities | regime, junta, dictatorship
noun protester, demonstrator, marcher | rioter, mob, thug, troublemaker, hooligan, agitator, vandal
noun protest, demonstration, rally, march/marches | riot, rampage, mayhem
noun clash/clashes, disturbance | riot, bloodbath, uprising, pogrom
noun fighter, gunman/gunmen, rebel, attacker, assailant | militant, terrorist, insurgent, extremist, jihadist,
  jihadi, guerrilla, freedom fighter, bandit
noun separatist | rebel, terrorist, freedom fighter, secessionist
noun attack, shooting, bombing, assault | atrocity/atrocities, massacre, outrage, slaughter, bloodbath, terror
  attack, terrorist attack
noun killing, death | murder, slaughter, massacre, execution, assassination, butchery
noun war, conflict, fighting | invasion, aggression, genocide, special operation, special military operation,
  crusade
noun operation, offensive, campaign | invasion, incursion, onslaught, blitz, aggression
noun retaliation, response | revenge, reprisal, vengeance, payback
noun strike, raid, airstrike, air strike | blitz, onslaught, carpet bombing
noun soldier, troops, forces | invader, occupier, mercenary/mercenaries, occupation forces
noun contractor, volunteer | mercenary/mercenaries, soldier of fortune
noun prisoner, detainee, inmate | hostage, captive, political prisoner
noun detention, arrest | kidnapping, abduction, hostage-taking
noun prison, camp, detention centre, detention center | gulag, concentration camp, dungeon
noun barrier, fence | wall, iron curtain
noun settlement, community/communities | colony/colonies, outpost
noun settler | colonist, coloniser, colonizer
noun migrant, immigrant, newcomer | illegal, illegal immigrant, illegal alien, alien, illegal migrant
noun arrival, migration | influx/influxes, invasion, flood, wave, swarm, tide
noun plan, proposal, programme, program | scheme, plot, ploy, stunt, gimmick
noun change, reform | overhaul, shake-up, upheaval, meddling, tinkering
noun reversal, change of policy | U-turn, climbdown, flip-flop, about-face, about-turn, backflip
noun problem, difficulty/difficulties, shortage | crisis/crises, disaster, catastrophe, chaos, meltdown, nightmare
noun error, mistake, oversight | blunder, gaffe, bungle, fiasco/fiascos, debacle, shambles, cock-up
noun incident, accident | disaster, tragedy/tragedies, scandal, outrage, catastrophe
noun affair, matter | scandal, debacle, fiasco/fiascos
noun dispute, disagreement, debate | row, feud, spat, war of words, showdown, bust-up, slanging match
noun strike, walkout, stoppage, industrial action | mutiny/mutinies, blackmail
noun criticism, objection, opposition | backlash/backlashes, outcry/outcries, fury, uproar, onslaught
noun concern, anger, unease | fury, outrage, uproar, hysteria, panic, alarm
noun reaction, response | backlash/backlashes, outcry/outcries, meltdown, tantrum
noun remark, comment, statement | rant, outburst, tirade, diatribe, broadside, gaffe
noun speech/speeches, address/addresses | rant, tirade, harangue, diatribe, sermon
noun statement, message, information, explanation | spin, propaganda, disinformation, misinformation,
  whitewash/whitewashes
noun allegation, accusation | smear, slur, slander, conspiracy theory
noun investigation, inquiry/inquiries, review | witch hunt, witch-hunt, fishing expedition, whitewash/whitewashes
noun negotiation, talks | horse-trading, haggling, arm-twisting
noun agreement, deal, compromise | stitch-up, sell-out, sellout, surrender, capitulation, giveaway
noun concession | climbdown, surrender, capitulation, giveaway, sop
noun payment, grant | handout, bribe, payoff, pay-off, sweetener, hush money
noun benefit, welfare | handout, freebie, dole
noun support, aid, subsidy/subsidies, loan | bailout, bail-out, handout, lifeline
noun rise, increase | hike, surge, explosion, spike, raid
noun tax, levy/levies, charge | tax grab, stealth tax/stealth taxes, raid
noun fall, drop, decline, decrease | slump, collapse, plunge, crash/crashes, nosedive, meltdown
noun cut, reduction, saving | axe, bloodbath, slash/slashes, purge
noun dismissal, departure, removal | purge, ousting, ouster, sacking, axing
noun defeat, loss/losses | humiliation, drubbing, rout, thrashing, hammering
noun victory/victories, win | landslide, triumph, rout
noun vote, election, referendum | sham, charade, farce
noun trial, hearing | show trial, kangaroo court, sham, circus/circuses, farce
noun supporter, follower, backer | loyalist, disciple, acolyte, crony/cronies, henchman/henchmen, sympathiser,
  sympathizer, apologist, cultist
noun opponent, critic | enemy/enemies, foe, hater, detractor, traitor
noun adviser, advisor, aide, assistant | crony/cronies, henchman/henchmen, lackey, enforcer, sidekick, spin doctor
noun ally/allies, partner | puppet, stooge, client, crony/cronies, vassal
noun official, civil servant | bureaucrat, apparatchik, mandarin, pen-pusher
noun leader, president, ruler | strongman/strongmen, dictator, despot, tyrant, autocrat
noun politician, lawmaker | demagogue, populist, firebrand
noun businessman/businessmen, entrepreneur, investor, billionaire | oligarch, tycoon, magnate, robber baron,
  profiteer
noun executive, manager, director | fat cat, boss/bosses, supremo/supremos
noun activist, campaigner, environmentalist | zealot, radical, extremist, fanatic, eco-warrior, agitator, militant,
  troublemaker
noun group, organisation, organization, movement | gang, cult, mob, outfit, faction, cabal, clique
noun gang, group | mafia, cartel, mob, militia
noun expert, analyst, commentator | pundit, talking head, doomster, doomsayer
noun journalist, reporter | hack, propagandist, stenographer
noun whistleblower, whistle-blower, source | leaker, traitor, informer, snitch/snitches, mole
noun agent, intelligence officer | spy/spies, spook, saboteur
noun suspect, accused | culprit, perpetrator, killer, thug
noun teenager, youth, young person/young people | thug, yob, lout, hoodlum
noun homeless people, rough sleeper | vagrant, tramp, beggar
noun crowd, gathering, onlookers | mob, throng, horde, rabble
noun police, officer, police officer | cop, thug, enforcer, riot squad
noun sceptic, skeptic, doubter | denier, conspiracy theorist, crank
noun climate change, global warming | climate crisis, climate emergency, climate hysteria, climate hoax
noun fetus/fetuses, foetus/foetuses | unborn child/unborn children, unborn baby/unborn babies
noun gun control, gun laws, gun law | gun safety, gun grab, gun confiscation
noun rule, regulation | red tape, burden, straitjacket
noun limit, restriction, curb | crackdown, stranglehold, clampdown
noun enforcement, police action | crackdown, clampdown, purge, repression, persecution
noun test, launch/launches, exercise, drill | provocation, sabre-rattling, saber-rattling, show of force
noun delay, wait | paralysis, gridlock, foot-dragging, limbo
noun neighbourhood, neighborhood, district, estate | slum, ghetto/ghettos/ghettoes, no-go zone, no-go area
noun company/companies, firm | giant, behemoth, monopoly/monopolies, sweatshop
noun profit, earnings | windfall, bonanza, loot
noun question, questioning | grilling, interrogation, inquisition
noun cost, bill, expense | burden, black hole
noun religion, church/churches | cult, sect
noun evacuation, departure, withdrawal | exodus/exoduses, retreat, rout, stampede
noun relocation, transfer, removal | deportation, expulsion, ethnic cleansing, forced transfer
verb criticise/criticises/criticised, criticize/criticizes/criticized, question, oppose | slam/slams/slammed, blast,
  lambast, lambaste, savage, denounce, condemn, attack, deride, pillory/pillories/pilloried, trash/trashes/trashed,
  rip into/rips into/ripped into, tear into/tears into/tore into, lash out at/lashes out at/lashed out at, hit out
  at/hits out at
verb leave, depart | flee, abandon, desert, storm out/stormed out, quit/quits, walk out/walks out/walked out, bolt,
  escape
verb reject, decline, turn down/turns down/turned down | snub/snubs/snubbed, spurn, scorn, rebuff,
  shun/shuns/shunned, turn up its nose at/turned up its nose at, scoff at/scoffed at
verb raise, increase | hike, jack up/jacked up, ramp up/ramped up
verb reduce, cut/cuts, lower | slash/slashes/slashed, axe/axes/axed, gut/guts/gutted, decimate, raid
verb end, close, scrap/scraps/scrapped, cancel/cancels/cancelled/canceled | axe/axes/axed, kill off/killed off,
  ditch/ditches/ditched, dump, pull the plug on/pulled the plug on, shutter
verb dismiss/dismisses/dismissed, remove, replace | sack, fire, axe/axes/axed, oust, purge, boot out/booted out,
  kick out/kicked out
verb enter | storm, invade, swarm, overrun/overran, barge into/barged into, burst into
verb kill, shoot dead/shot dead | murder, slaughter, execute, massacre, butcher, gun down/gunned down, mow
  down/mowed down, neutralise, neutralize, liquidate, eliminate
verb arrest, detain | seize, abduct, kidnap/kidnaps/kidnapped, round up/rounded up, snatch/snatches/snatched,
  nab/nabs/nabbed
verb take, capture | seize, grab/grabs/grabbed, occupy, liberate, annex/annexes/annexed
verb change, amend | water down/watered down, gut/guts/gutted, meddle with/meddled with, tinker with/tinkered with
verb respond, react | hit back/hits back, lash out/lashed out, retaliate, fire back/fired back
verb publish/publishes/published, disclose, release | leak, expose, dump
verb avoid | dodge, duck, evade, shirk
verb fall, drop/drops/dropped, decline | plunge, plummet, tumble, nosedive, slump, crash/crashes/crashed, crater
verb rise, increase, grow | soar, surge, rocket, skyrocket, balloon, explode
verb defeat, beat | crush/crushes/crushed, thrash/thrashes/thrashed, humiliate, trounce, rout, hammer
verb protest, demonstrate, march/marches/marched | riot, rampage, run riot/ran riot
verb delay, postpone | stall, drag its feet/dragged its feet, kick into the long grass
verb monitor, watch/watches/watched | spy on/spied on, snoop on/snooped on
verb support, back, endorse | prop up/propped up, cheerlead, champion, bankroll
verb spend | squander, splurge, waste, lavish, splash out/splashed out, blow
verb pay | bribe, fork out/forked out, shell out/shelled out, cough up/coughed up
verb persuade, convince | bully/bullies/bullied, strong-arm, browbeat, blackmail, coerce, arm-twist
verb agree, accept | cave in/caved in, capitulate, surrender, bow to/bowed to, give in to/gave in to
verb concede, withdraw | back down/backed down, surrender, capitulate, beat a retreat, cave in/caved in
verb deport, remove, return | expel/expels/expelled, kick out/kicked out, banish/banishes/banished, dump
verb attack, strike, bomb | pound, pummel, blitz/blitzes/blitzed, hammer, terrorise, terrorize, carpet-bomb
verb interview, question | grill, interrogate, cross-examine
verb impose, introduce | slap/slaps/slapped, inflict, foist
verb ask, request | demand, beg/begs/begged, plead
verb consider, discuss/discusses/discussed | toy with/toyed with, flirt with/flirted with
verb disagree | clash/clashes/clashed, feud, squabble, lock horns/locked horns
verb try, attempt | scheme, plot/plots/plotted, connive
verb disperse, clear | crush/crushes/crushed, beat back, crack down on/cracked down on, brutalise, brutalize
verb restrict, limit, curb/curbs/curbed | muzzle, gag/gags/gagged, silence, throttle, stifle, crack down on/cracked
  down on
verb intervene | meddle, interfere
verb influence | manipulate, meddle in/meddled in
verb fail | flop/flops/flopped, implode
verb injure, wound | maim, mutilate, savage
verb hit/hits, strike | smash into/smashed into, plough into/ploughed into, plow into/plowed into, slam into/slammed
  into
kind conservative, right-wing, rightist | hardline, hard-right, far-right, ultra-conservative, extreme-right,
  fascist
kind left-wing, progressive, liberal, leftist | far-left, hard-left, radical, Marxist, communist, loony-left
kind large, big, substantial | massive, huge, staggering, whopping, eye-watering, colossal
kind disputed, contested, debated | controversial, notorious, infamous, divisive, hated, dreaded
kind undocumented, unauthorised, unauthorized, irregular | illegal
kind anti-abortion | pro-life
kind abortion-rights, pro-choice | pro-abortion
kind former, ex | disgraced, ousted, failed, embattled, deposed
kind wealthy, rich | super-rich, filthy rich, mega-rich
kind deadly, fatal | horrific, barbaric, cowardly, savage, brutal, cold-blooded, evil, heinous
kind strict, firm | draconian, harsh, brutal, tough, repressive, punishing
kind poor, low | abysmal, dismal, pathetic, woeful, shambolic
kind high | exorbitant, sky-high, extortionate, eye-watering
kind direct, blunt | foul-mouthed, furious, explosive
kind secret, confidential, closed | shady, murky, clandestine, shadowy
kind unproven, unverified | baseless, bogus, false, debunked, so-called
kind self-declared, unrecognised, unrecognized | breakaway, rebel, puppet
says say, tell, state, add, explain, according to, note | claim, insist, admit/admits/admitted, allege, concede,
  boast, confess/confesses/confessed, brag/brags/bragged, rant, rage, fume, thunder, storm, gush/gushes/gushed,
  moan, whine, scoff, sneer, gloat, bleat, whinge, crow, rail
"""


@dataclass(frozen=True, slots=True)
class LoadedSet:
    """Words for one thing: `kind` is `noun`, `verb`, `kind` or `says`; `plain` mostly name, `loaded` mostly judge."""

    number: int
    kind: str
    plain: tuple[str, ...]
    loaded: tuple[str, ...]

    @property
    def loaded_words(self) -> frozenset[str]:
        """The first forms of the words that mostly judge."""
        return frozenset(word.split("/")[0] for word in self.loaded)


@cache
def loaded_sets() -> tuple[LoadedSet, ...]:
    """Return all sets in the order of the table."""
    return tuple(_read(number, line) for number, line in enumerate(_LINES.replace("\n  ", " ").strip().splitlines()))


def _read(number: int, line: str) -> LoadedSet:
    kind, words = line.split(" ", 1)
    plain, loaded = (tuple(word.strip() for word in side.split(",")) for side in words.split("|"))
    return LoadedSet(number, kind, plain, loaded)


@cache
def forms_of(kind: str) -> dict[str, tuple[tuple[LoadedSet, str], ...]]:
    """Return each form of the words of a kind, in lower case, with the sets it stands in and its first form."""
    found: dict[str, list[tuple[LoadedSet, str]]] = defaultdict(list)
    for one in loaded_sets():
        for word in (*one.plain, *one.loaded):
            if one.kind == kind:
                for form in _forms(one.kind, word):
                    found[form.lower()].append((one, word.split("/")[0]))
    return {form: tuple(dict.fromkeys(where)) for form, where in found.items()}


def _forms(kind: str, word: str) -> tuple[str, ...]:
    given = tuple(word.split("/"))
    if len(given) > 1 or kind == "kind" or " to" in word:
        return given
    if kind == "noun":
        return (word,) if word.endswith("s") else (word, word + "s")
    head, _, rest = word.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in inflect(head))
