import pytest

from nutgraf.extract import abroad
from nutgraf.extract.furniture import is_button, is_closer
from nutgraf.text import fold


@pytest.mark.parametrize("words", ["Zum Inhalt springen", "Iniciar sesión", "Lire la suite", "Condividi", "Assine já"])
def test_buttons_in_other_languages_are_known(words):
    assert is_button(words)
    assert not is_closer(words)


@pytest.mark.parametrize("words", ["Lesen Sie auch", "Más noticias", "À lire aussi", "Leggi anche", "Leia também"])
def test_headings_over_links_in_other_languages_are_known(words):
    assert is_closer(words)


def test_the_tables_are_folded_and_share_no_line():
    lines = abroad.BUTTONS | abroad.CLOSERS
    assert all(fold(line) == line for line in lines)
    assert not abroad.BUTTONS & abroad.CLOSERS
