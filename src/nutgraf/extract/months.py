"""The months' names in the languages of Europe, without accents and in lower case, to their numbers."""

from __future__ import annotations

_NAMES = """
1: jan january januar janner janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczen
  sty ledna leden led januara ianuarie ian ocak oca января янв січня ιανουαριου ιαν
2: feb february februar feber fevrier fevr fev febrero febbraio fevereiro februari helmikuuta helmikuu lutego luty
  lut unora unor februara februarie subat sub февраля фев лютого φεβρουαριου φεβ
3: mar march marz maerz mrz mars marzo marco maart maaliskuuta maaliskuu marca marzec brezna brezen martie mart
  марта мар березня μαρτιου μαρ
4: apr april avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecien kwi dubna duben aprila aprilie nisan
  nis апреля апр квітня απριλιου απρ
5: may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja kvetna kveten mayis мая май травня μαιου μαι
6: jun june juni juin junio giugno giu junho kesakuuta kesakuu czerwca czerwiec cze cervna cerven juna iunie haziran
  haz июня июн червня ιουνιου ιουν
7: jul july juli juillet juil julio luglio lug julho heinakuuta heinakuu lipca lipiec lip cervence cervenec jula
  iulie temmuz tem июля июл липня ιουλιου ιουλ
8: aug august aout agosto ago augusti augustus elokuuta elokuu sierpnia sierpien sie srpna srpen augusta agustos
  августа авг серпня αυγουστου αυγ
9: sep sept september septembre septiembre settembre set setembro syyskuuta syyskuu wrzesnia wrzesien wrz zari
  septembra septembrie eylul eyl сентября сен вересня σεπτεμβριου σεπ
10: oct october oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu pazdziernika pazdziernik paz
  rijna rijen oktobra octombrie ekim eki октября окт жовтня οκτωβριου οκτ
11: nov november novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu novembra
  noiembrie kasim kas ноября ноя листопада νοεμβριου νοε
12: dec december dezember dez decembre diciembre dic dicembre dezembro joulukuuta joulukuu grudnia grudzien gru
  prosince prosinec decembra decembrie aralik ara декабря дек грудня δεκεμβριου δεκ
"""
"""Each month's number with its names and their short forms, language after language."""


def _read(table: str) -> dict[str, int]:
    found: dict[str, int] = {}
    number = 0
    for word in table.split():
        if word.endswith(":"):
            number = int(word[:-1])
        else:
            found.setdefault(word, number)
    return found


MONTHS = _read(_NAMES)
