import pytest

from nutgraf.extract.lines import read_lines
from nutgraf.extract.partial import asking_words, partial_reason
from nutgraf.extract.sorting import Marked
from nutgraf.extract.walls import CUT, asks_abroad
from nutgraf.records.article import Role

ASKED = [
    "Dieser Artikel ist nur für unsere Abonnenten lesbar.",
    "Jetzt kostenlos registrieren und weiterlesen",
    "La suite de cet article est réservée aux abonnés",
    "Il vous reste 72 % de cet article à lire",
    "Suscríbete para seguir leyendo este artículo",
    "Questo articolo è riservato agli abbonati",
    "Assine agora para continuar lendo a notícia",
    "Word nu abonnee en lees direct verder",
    "Logga in för att läsa hela artikeln",
    "Log ind for at læse videre her",
    "Załóż konto, aby czytać dalej ten tekst",
]
UNASKED = ["Nur für Abonnenten", "Die Abonnenten der Zeitung lesen mehr als früher.", "Il reste 20 % de la récolte."]


@pytest.mark.parametrize("words", ASKED)
def test_walls_in_other_languages(words):
    assert asks_abroad(words)
    (line,) = read_lines(words)
    reason = partial_reason("A text that ends well.", asking_words([Marked(line, Role.FURNITURE)]), locked=False)
    assert reason.startswith("the page asks for an account or money to read on")
    assert partial_reason("A text that ends well.", asking_words([Marked(line, Role.BODY)]), locked=False) is None


@pytest.mark.parametrize("words", UNASKED)
def test_words_that_ask_for_nothing(words):
    assert not asks_abroad(words)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("The gate was …", True),
        ("Das Tor wurde … Weiterlesen", True),
        ("La digue a été... Lire la suite", True),
        ("He said: “Well…” and left.", False),
    ],
)
def test_texts_that_end_with_dots(words, cut):
    assert (CUT.search(words) is not None) is cut


@pytest.mark.parametrize(
    "end", ["aufzubauen.«", "Isch over.“(phy)", "è finita.»", "na miejscu.”", "zu Ende. (dpa/lno)", "Schluss./dpa"]
)
def test_a_sentence_ends_in_any_languages_quotes_and_with_an_agencys_sign(end):
    last = f"Am Ende des Tages standen alle noch einmal auf dem Kai und sahen zu, und dann war es {end}"
    assert partial_reason(f"First.\n\n{last}", None, locked=False) is None


@pytest.mark.parametrize("end", ["und dann war", "der Hafen von «", "was (siehe oben)"])
def test_a_text_that_breaks_off_is_told(end):
    last = f"Am Ende des Tages standen alle noch einmal auf dem Kai und sahen zu, {end}"
    assert "in the middle of a sentence" in partial_reason(f"First.\n\n{last}", None, locked=False)
