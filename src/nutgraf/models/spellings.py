"""Spellings of names that came through other scripts: one key for each part of a name."""

from __future__ import annotations

import re

_GROUPS = """
alexander alexandr aleksander alexandre; sergey serge sergej sergei; yevgeny evgeny jevgeny; yury yuri iury juri jury;
dmitry dimitry; andrey andrei andrej; alexey alexej aleksey; valery valeri; nikolay nikolaj;
mikhail michail mihail mikheil;
konstantin constantin; ludmila lyudmila liudmila; julia yulia yuliya iulia yuliia; ekaterina yekaterina; elena yelena;
natalia natalya nataliya nataliia; maria mariya mariia; tatiana tatyana tetyana; anastasia anastasiya anastasiia;
ksenia xenia kseniya;
mohamed mohammad muhamad muhamed mohamad mohamet; ahmed ahmad achmed; hussein husain hosein husayn hoseyn hussain
hossein; yusuf yousef yousuf yusef youssef youssuf; osama usama; omar umar; khaled khalid; mahmoud mahmud mahmood;
abdullah abdulah abdalah abdula abdala abdolah abdallah; ibrahim ebrahim; faisal faysal feisal; said saeed; masoud
masud masood; hamid hameed; rashid rasheed; walid waleed; karim kareem; salim saleem; nabil nabeel; tariq tarek tarik
tareq; ismail ismael; jamal gamal djamal; suleiman sulaiman sulayman soleiman; mustafa mostafa moustafa; zakaria
zakariya; mansour mansur; nasser naser nasir; abdul abdel abd abdal abdol; fatah fateh; rahman rehman; rasul rasool;
jalal djalal galal; karzai karzay; bin ibn; laden ladin; muammar moammar
muamar;
gadafi qadafi gadhafi qadhafi kadafi kadhafi gathafi khadafi; mubarak moubarak; haniyeh haniye haniya haniyah;
nasrallah nasralah nasrala; netanyahu netanjahu natanyahu; khamenei khamanei; khomeini khomeyni; barghouti barghuti;
rafsanjani rafsandjani; pezeshkian pezeshkyan; raisi raeisi;
gorbachev gorbachov gorbatchev gorbatschow gorbachyov; khrushchev khrushchov kruschev khruschev; yeltsin eltsin
jelzin; lukashenko lukashenka loukachenko; yanukovych yanukovich ianukovych; tymoshenko timoshenko; klitschko klychko
klichko; shoigu shoygu; prigozhin prigojin; navalny nawalny; kadyrov kadirov; zelensky selensky; zaluzhny zalujny;
syrsky sirsky; kolomoisky kolomoysky; saakashvili saakachvili; pashinyan pashinian; tsikhanouskaya tikhanovskaya
tikhanouskaya; berdymukhamedov berdimuhamedow berdimuhamedov berdymuhamedov; tchaikovsky chaikovsky tschaikowsky;
rachmaninov rachmaninoff rakhmaninov; dostoevsky dostoyevsky; trotsky trotzky; erdogan erdoghan; ocalan oecalan
"""
"""Spellings of one name, the key first. What differs between languages ("Volodymyr", "Vladimir") is not here: those may
be one person (models/names.py), but are two names; nor what English bearers keep apart ("Stephen", "Steven")."""

_ENDINGS = re.compile(r"(?:iy|yy|yi|ii|ij|yj|y|i)$")
_DOUBLED = re.compile(r"([a-z])\1")
_EV = re.compile(r"(?<=[aeiou])y(?=ev(?:a|$))")
_YEV = re.compile(r"(?<=[b-df-hj-np-tv-xz])yev(?=a?$)")
_UMLAUT = re.compile(r"(?<=[a-z])([oua])e(?=l[b-df-hj-np-tv-xz]|[b-df-hj-km-np-rtv-x][a-z])")
_TOO_SHORT, _LONG = 3, 5  # letters
_STEPS = 6


def fold_spelling(part: str) -> str:
    """Return the key of one part of a folded name, the same for all its spellings; a key is its own key."""
    for _ in range(_STEPS):
        following = _step(part)
        if following == part:
            return part
        part = following
    return part


def _step(part: str) -> str:
    plain = _plain(part)
    return _SPELLINGS.get(plain, plain)


def _plain(part: str) -> str:
    """Fold endings, doubled letters and the like, by rules that know no names."""
    if len(part) < _TOO_SHORT:
        return part
    plain = _UMLAUT.sub(r"\1", part) if len(part) > _LONG else part
    plain = _ENDINGS.sub("y", plain) if len(plain) >= _LONG else re.sub(r"i$", "y", plain)
    plain = _DOUBLED.sub(r"\1", re.sub(r"^([ao]le)ks", r"\1x", plain))
    return _YEV.sub("iev", _EV.sub("", plain))


def _read_groups() -> dict[str, str]:
    groups = [group.split() for group in _GROUPS.split(";")]
    return {_settled(part): _settled(group[0]) for group in groups for part in group}


def _settled(part: str) -> str:
    while (following := _plain(part)) != part:
        part = following
    return part


_SPELLINGS = _read_groups()
