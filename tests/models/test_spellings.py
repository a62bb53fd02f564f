"""Spellings that came through other scripts: public figures as agencies print them, and names that stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.names import fold_name, same_person
from nutgraf.models.spellings import fold_spelling

ONE_NAME = """
Volodymyr Zelensky|Volodymyr Zelenskyy|Volodymyr Zelenskiy|Volodymyr Zelenskyi
Aleksandr Lukashenko|Alexander Lukashenko|Alexandr Lukashenka|Aleksander Lukashenka
Muammar Gaddafi|Muammar Qaddafi|Muammar al-Gaddafi|Muammar Kadhafi|Muammar el-Qaddafi|Moammar Gadhafi
Bashar al-Assad|Bashar Assad|Bashar el-Assad|Bashar Al Assad
Mohammed bin Salman|Mohammad bin Salman|Muhammad bin Salman|Mohamed ibn Salman|Crown Prince Mohammed bin Salman
Abdel Fattah el-Sisi|Abdel Fattah al-Sisi|Abdul Fattah Al-Sisi
Sergei Lavrov|Sergey Lavrov|Sergej Lavrov
Sergei Shoigu|Sergey Shoygu
Yevgeny Prigozhin|Evgeny Prigozhin|Yevgeni Prigozhin|Evgeniy Prigozhin
Dmitry Medvedev|Dmitri Medvedev|Dmitriy Medvedev|Dmitrij Medvedev
Mikhail Gorbachev|Michail Gorbachev|Mikhail Gorbachov|Mikhail Gorbatchev
Andriy Yermak|Andrii Yermak|Andrij Yermak
Recep Tayyip Erdogan|Recep Tayyip Erdoğan
Gerhard Schröder|Gerhard Schroeder|Gerhard Schroder
Thomas Müller|Thomas Mueller|Thomas Muller
Kim Jong-un|Kim Jong Un|Kim Jong-Un
Ilham Aliyev|Ilham Aliev
Nursultan Nazarbayev|Nursultan Nazarbaev
Kassym-Jomart Tokayev|Kassym Jomart Tokaev
Osama bin Laden|Usama bin Ladin
Ebrahim Raisi|Ibrahim Raisi|Ebrahim Raeisi
Yulia Navalnaya|Julia Navalnaya|Yuliya Navalnaya
Yulia Tymoshenko|Yuliya Timoshenko
Hassan Nasrallah|Hasan Nasrallah|Hassan Nasralla
Ahmed al-Sharaa|Ahmad al-Sharaa|Ahmed ash-Sharaa
Ismail Haniyeh|Ismael Haniyeh|Ismail Haniya
Hosni Mubarak|Hosny Moubarak
Saddam Hussein|Saddam Husain
Vitali Klitschko|Vitaly Klychko|Vitaliy Klitschko
Valerii Zaluzhnyi|Valeriy Zaluzhny|Valery Zaluzhnyy
Viktor Yanukovych|Viktor Yanukovich
Nicolas Maduro|Nicolás Maduro
George W. Bush|George Bush|President George W. Bush
Alexei Navalny|Alexey Navalny|Aleksei Navalny|Aleksey Navalnyy
Mahmoud Abbas|Mahmud Abbas
""".strip().splitlines()

APART = """
Vladimir Putin|Lyudmila Putina
Donald Trump|Melania Trump
Bill Clinton|Hillary Clinton
Hunter Biden|Joe Biden
Bashar al-Assad|Maher al-Assad
Vitali Klitschko|Wladimir Klitschko
Kim Jong Un|Kim Yo Jong
Kim Jong Un|Kim Jong Il
Andrew Johnson|Boris Johnson
Ali Khamenei|Mojtaba Khamenei
Al Gore|Tipper Gore
Ed Miliband|David Miliband
""".strip().splitlines()


@pytest.mark.parametrize("group", ONE_NAME)
def test_spellings_of_one_name(group):
    spellings = group.split("|")
    assert len({fold_name(spelling) for spelling in spellings}) == 1
    assert all(same_person(spellings[0], other) is True for other in spellings)


@pytest.mark.parametrize("pair", APART)
def test_people_of_one_surname_stay_apart(pair):
    first, second = pair.split("|")
    assert fold_name(first) != fold_name(second)
    assert same_person(first, second) is False


@pytest.mark.parametrize(
    ("first", "second"),
    [("Volodymyr Tarsky", "Vladimir Tarsky"), ("Joe Okell", "Joseph Okell"), ("L. Okell", "Lena Okell")],
)
def test_names_of_two_languages_and_short_forms_may_be_one_person(first, second):
    assert fold_name(first) != fold_name(second)
    assert same_person(first, second) is None


@given(st.text(alphabet="aeiouyklmnvsjхé", min_size=1, max_size=12))
def test_a_key_of_a_part_is_its_own_key(part):
    assert fold_spelling(fold_spelling(part)) == fold_spelling(part)


@given(st.text(alphabet="aelk sbinAB.-' yju", max_size=24) | st.text(max_size=20))
def test_a_key_of_a_name_is_its_own_key(name):
    assert fold_name(fold_name(name)) == fold_name(name)
