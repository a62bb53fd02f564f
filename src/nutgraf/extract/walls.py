# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Where a text is cut for readers who do not pay, in the languages of Europe."""

from __future__ import annotations

import re

_MORE = (
    r"(?:continue reading|read (?:more|on|the (?:full|rest|whole))|keep reading|more|mehr(?: lesen)?|weiter(?:lesen)?|lire (?:la suite|plus|l'article)|la suite"
    r"|leer más|seguir leyendo|sigue leyendo|leggi (?:tutto|di più)|continua(?: a leggere)?|ler mais|continuar (?:a )?lendo|lees (?:meer|verder)|läs mer|læs mere|les mer|lue lisää|czytaj (?:więcej|dalej)|číst (?:více|dál)|читать далее)"
)
CUT = re.compile(rf"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*(?:{_MORE}\b.{{0,40}})?$", re.IGNORECASE)
"""Dots at the end of a text, alone or before words such as "read more"."""
_ASKED = re.compile(
    r"\b(?:nur|exklusiv|ausschließlich) für (?:\w+ )?(?:abonnent|mitglieder|registrierte|nutzer mit)|\b(?:als|mit) (?:\w+ )?(?:abonnent(?:in)?|abo|digitalabo)\b.{0,60}\b(?:les|weiter|zugang|zugriff)"
    r"|(?:jetzt|hier|bitte) (?:\w+ )?(?:anmelden|registrieren|abonnieren|testen|einloggen).{0,40}weiter ?lesen|\b(?:um|zum) (?:den artikel |diesen artikel )?weiter(?:zu)?lesen|dieser (?:artikel|beitrag|text) ist (?:nur |exklusiv )?für .{0,30}abonnent"
    r"|réservée? (?:aux|à nos) abonné|abonnez-vous pour (?:lire|continuer|accéder)|il (?:vous )?reste \d+ ?% de (?:cet article|ce contenu)|pour (?:lire|accéder à) la suite"
    r"|(?:exclusivo|solo|sólo) para (?:\w+ )?(?:suscriptor|assinante|socios)|(?:suscríbete|regístrate|inicia sesión|suscríbase) para (?:seguir|continuar|leer)|para (?:seguir|continuar) leyendo"
    r"|riservat[oa] (?:agli|ai) (?:abbonat|nostri)|(?:abbonati|registrati|accedi) per (?:continuare|leggere)|per continuare a leggere"
    r"|exclusivo para assinantes|(?:assine|faça login|cadastre-se) para (?:continuar|ler)|para continuar (?:a )?lendo"
    r"|(?:alleen|exclusief) voor (?:\w+ )?(?:abonnee|leden)|(?:word (?:nu )?abonnee|log in|neem een abonnement).{0,40}(?:verder|lezen)|om verder te lezen"
    r"|(?:endast|bara) för prenumerant|(?:logga in|prenumerera|bli prenumerant) för att (?:läsa|fortsätta)|för att läsa vidare"
    r"|(?:kun|forbeholdt|eksklusivt) for abonnent|(?:log ind|bliv abonnent|køb abonnement).{0,40}(?:læs|fortsæt)|for at læse videre|(?:logg inn|bli abonnent).{0,40}les|for å lese videre"
    r"|vain tilaajille|lue koko (?:juttu|artikkeli) tilaamalla|tylko dla (?:subskrybent|prenumerator)|(?:aby|żeby) czytać dalej|pouze pro předplatitel|jen pro předplatitel",
    re.IGNORECASE,
)
"""Lines that ask for money or an account before the text goes on, in languages other than English."""
_LEAST = 5
"""Words below which a line is a label on a teaser."""


def asks_abroad(words: str) -> bool:
    """Tell whether a line asks for money or an account before the text goes on, in another language than English."""
    return len(words) <= 300 and len(words.split()) >= _LEAST and _ASKED.search(words) is not None
