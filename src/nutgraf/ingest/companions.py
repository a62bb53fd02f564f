"""Folders that a browser writes beside a page saved whole: what lies in them belongs to the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAGES = re.compile(r"(.+)\.(?:x?html?|shtml|mht|mhtml|php|aspx?|jsp)", re.IGNORECASE)
_WORDS = (
    "files dateien fichiers file archivos arquivos ficheiros bestanden pliki soubory súbory subory filer tiedostot "
    "elemei fájlok fajlok fișiere fisiere dosyalar dosyaları datoteke datoteki fajlovi failid faili fails failai bylos "
    "fitxers fitxategiak arxius αρχεία файлы файли файлове датотеке 文件 文件夹 檔案 ファイル 파일 ملفات קבצים"
)
_FOLDER = re.compile(rf"(.+)[-_. ](?:{'|'.join(_WORDS.split())})", re.IGNORECASE)
"""What browsers append in the languages that they speak: "page_files", "page-Dateien", "page.html_files"."""


def companion_folders(files: Iterable[str], folders: Iterable[str]) -> dict[str, str]:
    """Return, of the folders beside some files, those that belong to a page, each with the page's file name."""
    pages: dict[str, str] = {}
    for name in sorted(files):
        if (stem := _PAGES.fullmatch(name)) is not None:
            pages.setdefault(stem.group(1), name)
            pages.setdefault(name, name)
    found = ((folder, _FOLDER.fullmatch(folder)) for folder in folders)
    return {folder: pages[match.group(1)] for folder, match in found if match is not None and match.group(1) in pages}


def owned_files(names: Iterable[str]) -> dict[str, str]:
    """Return, of the files in an archive, those that belong to a page saved whole, each with the page's name."""
    files: dict[str, set[str]] = {}
    folders: dict[str, set[str]] = {}
    paths = sorted(set(names))
    for path in paths:
        parent, _, name = path.rpartition("/")
        files.setdefault(parent, set()).add(name)
        while parent:
            above, _, folder = parent.rpartition("/")
            if folder in folders.setdefault(above, set()):
                break
            folders[above].add(folder)
            parent = above
    owned: dict[str, str] = {}
    for parent, inner in folders.items():
        for folder, page in companion_folders(files.get(parent, ()), inner).items():
            owned[f"{parent}/{folder}" if parent else folder] = f"{parent}/{page}" if parent else page
    found = ((path, _owner(path, owned)) for path in paths)
    return {path: owner for path, owner in found if owner is not None}


def _owner(path: str, owned: dict[str, str]) -> str | None:
    parent = path.rpartition("/")[0]
    while parent:
        if parent in owned:
            return owned[parent]
        parent = parent.rpartition("/")[0]
    return None
