# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""The words of bylines that are no names: labels, roles, desks, what parts a list and what ends it."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"\s*(?:(?:(?:originally |first )?(?:written|words|story|text|article|report|reported|posted|published|submitted|filed|created|compiled|presented|prepared|produced|analysis|interview|opinion|commentary|review|column|blog|guest post|essay|photos? and text|text and photos?)\s+by|by|from)\b\s*[:|-]?|(?-i:By(?=[A-Z][a-z]))"
    r"|(?:by|author(?:s|\(s\)|s?/s)?|written|contributors?|authored by|article written by|writer|reporter|journalist|contributor|columnist|byline|content|words|text|story|name|credit|autor(?:innen|en|es|in|a|i|e)?|auteure?s?|verfasser|redaktion|redactie|redaction|text und foto|texte|testo|texto|skribent|tekst|forfatter|redaktør|redazione)\s*:"
    r"|(?:a\s+)?(?:article|column|report|story|blog|opinion|commentary|analysis) by\b"
    r"|(?:geschrieben |verfasst |veröffentlicht |ein (?:\w+ )?von |eine (?:\w+ )?von )?von\b|(?:publié |écrit |rédigé |propos recueillis )?par\b|(?:escrito |publicado |redactado )?por\b|(?:di|a cura di|scritto da|pubblicato da)\s(?-i:(?=[A-Z]))|door\b|(?:text )?av\b|(?:skrevet )?af\b|napisał(?:a)?\b|autor\b(?-i:(?=\s+[A-Z]))|авторы?:?|текст:)\s*",
    re.IGNORECASE,
)
"""What stands before the names ("By", "Von", "Text:")."""
STOP = re.compile(
    r"(?-i:(?<=[a-z.])(?=(?:Published|Updated|Posted|Last [Uu]pdated|Veröffentlicht|Aktualisiert)(?![a-z])))|\b(?:(?:reviewed|edited|fact[- ]?checked|medically|checked|illustrat\w+|translated|photograph\w*|photos?|fotos?|bild(?:er)?|video|graphics?|produced|updated|published|posted|last (?:updated|modified)|created|modified|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opdateret|publicerad|uppdaterad|gepubliceerd|bijgewerkt)\b\s*(?:by|am|le|el|il|on|at|d|:|-|\d|$)"
    r"|\d+ ?(?:min|minutes?|mins?|hours?|days?|weeks?|months?|shares?|comments?|views?)\b|\breading time\b|\bread time\b)",
    re.IGNORECASE,
)
"""Where the names end: a second label, a count."""
BETWEEN = re.compile(
    r"\s*(?:[,;|/•·\n\t‒–—+]|\s-\s|\bund\b|\band\b|&|\bet\b|\be\b|\by\b|\boch\b|\bog\b|\ben\b|\bmit\b|\bavec\b|\bcon\b|\bwith\b|\bja\b)\s*",
    re.IGNORECASE,
)
"""What parts names from one another."""
TAIL = re.compile(
    r"\s+(?:in|für|for|pour|para|per|of|from|at|aus|von der|vom|à|en|i|bei|is|has|covers|on|über|about|via|correspondent|korrespondent)\s+.*$|\s+(?:reports?|berichtet)$",
    re.IGNORECASE,
)
"""Where somebody writes from and for whom."""
WHEN = re.compile(
    r"^\W*(?:(?:on|am|le|el|il|den|at|um|vom|published|posted|updated|veröffentlicht|erstellt|geschrieben|publié|publicado|pubblicato|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d{1,2}[:.h]\d\d(?: ?uhr| ?[ap]\.?m\.?)?|uhr|,|:|-|\|)\W*)+",
    re.IGNORECASE,
)
"""Words of a time at the head of a line."""
WHEN_END = re.compile(r"(?:\b(?:on|am|le|el|il|den|at|vom|mon|tue|wed|thu|fri|sat|sun)\w*\W*)+$", re.IGNORECASE)
ROLES = frozenset(
    """
    reviewer tester gardener weblog staff writer writers reporter reporters correspondent correspondents editor
    editors editorial team desk newsroom news journalist columnist contributor contributors contributing contributed
    freelance freelancer producer anchor host bureau chief senior junior associate assistant deputy managing
    executive director president ceo cto cfo founder cofounder co-founder manager specialist analyst consultant
    expert author blogger intern researcher professor lecturer strategist marketer marketing content copywriter
    product vp officer engineer developer attorney lawyer therapist dietitian nutritionist physician nurse trainer
    critic commentator photographer videographer redaktion redakteur redakteurin redakteure redaktør redaktör
    redazione redaccion redacao redaction korrespondent korrespondentin reporterin autor autorin journalistin
    volontar volontarin agencia agencias agencies agence agentur agenturen wire service services reports agency
    admin administrator webmaster user online digital magazine newspaper media network publishing publisher studio
    group inc ltd llc company corporation gmbh university college institute foundation association department office
    committee council journal times herald tribune gazette radio tv television today daily weekly blog website web
    politics business sports sport opinion culture technology science health world local national international
    updated published more follow contact about search subscribe comments january february march july september
    october november december tuesday wednesday thursday saturday privacy policy terms library gift certificates
    getty images image photo photos shutterstock alamy istock member members login category tags tag intelligence
    development learning table contents summary overview resources video videos print email credit sponsored
    promoted advertisement verified certified licensed registered profile view posts articles article
    """.split()
)
"""Words of roles, desks and firms: a part that holds one is no person's name."""
SURNAMES = frozenset(
    """
    page post april june august read guest head lead coach fellow partner friday sunday monday press home share special
    """.split()
)
"""Such words that are people's names as well: they tell only where nothing says that a name follows."""
SOCIAL = frozenset(
    """
    facebook twitter x instagram linkedin bluesky threads mastodon youtube tiktok pinterest whatsapp telegram reddit
    email rss flipboard
    """.split()
)
DESK = re.compile(
    r"\b(?:staff|team|desk|board|redaktion|newsroom|editors|reporters|rédaction|redacción|redazione|redactie)\b",
    re.IGNORECASE,
)
PLAIN = frozenset("this that our your you here now we us it is are was how why what to".split())
"""Words of sentences, which no name holds."""
