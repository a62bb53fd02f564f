"""Settings, read once at the door and passed on as plain arguments."""

from __future__ import annotations

import dataclasses
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from nutgraf.errors import UsageError
from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.models.own_outlets import read_own_outlets
from nutgraf.models.registry import Outlet
from nutgraf.store.database import Boundary, die_at, pass_boundary

FILE = "nutgraf.toml"
BATCH_SIZE = 64

KEYS = {
    "database": (str, 'the database file, in quotes: "news.db"'),
    "by": (str, 'your name, in quotes, as it stands beside corrections: "Mara Vint"'),
    "batch_size": (int, "how many pages are kept in one commit: a whole number from 1"),
    "fields": (dict, 'a table of its own, [fields], with lines such as: text = "story_text"'),
    "outlets": (list, "tables, each begun by a line [[outlets]]"),
}
"""The legal keys of the settings file: type, and what they take."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file and the environment decide; the environment wins.

    `outlets` are the person's own rows of the registry of outlets (`models/registry.py`), which win over the shipped.
    `by` is who decides corrections by hand, "" for whoever is logged in.
    `debug` shows a fault's stack trace. `crash_at` (for the tests of durability) kills the process at a named commit.
    """

    database: Path
    debug: bool
    batch_size: int = BATCH_SIZE
    outlets: tuple[Outlet, ...] = ()
    crash_at: tuple[str, int] | None = None
    fields: Fields = USUAL
    by: str = ""

    @property
    def boundary(self) -> Boundary:
        """What the store tells the name of each commit."""
        return pass_boundary if self.crash_at is None else die_at(*self.crash_at)


def read_settings(
    environment: Mapping[str, str], home: Path, folder: Path | None = None, platform: str = sys.platform
) -> Settings:
    """Return the settings of a person whose home this is, working in a folder (default: the current one).

    The first `nutgraf.toml` found in the working folder or the user's configuration folder counts; all that is wrong
    with it is told together.
    """
    file = _find_file(environment, home, folder or Path.cwd(), platform)
    found, outlets, faults = _read_file(file) if file else ({}, (), [])
    crash_at = _crash_point(environment.get("NUTGRAF_CRASH_AT", ""), faults)
    fields = _read_fields(file, found.pop("fields", {}), faults)
    if faults:
        raise UsageError("\n".join(faults))
    database = data_folder(environment, home, platform) / "nutgraf.db"
    if file and "database" in found:
        database = file.parent / Path(str(found["database"])).expanduser()
    if environment.get("NUTGRAF_DB"):
        database = Path(environment["NUTGRAF_DB"]).expanduser()
    return Settings(
        database=database,
        debug=environment.get("NUTGRAF_DEBUG", "") not in ("", "0"),
        batch_size=int(str(found.get("batch_size", BATCH_SIZE))),
        outlets=outlets,
        crash_at=crash_at,
        fields=fields,
        by=environment.get("NUTGRAF_BY") or str(found.get("by", "")),
    )


def data_folder(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Return the folder for nutgraf's data where the platform expects it."""
    if platform == "win32":
        return _from(environment, "LOCALAPPDATA", home / "AppData" / "Local") / "nutgraf"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "nutgraf"
    return _from(environment, "XDG_DATA_HOME", home / ".local" / "share") / "nutgraf"


def config_folder(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Return the folder for nutgraf's settings where the platform expects it."""
    if platform == "win32":
        return _from(environment, "APPDATA", home / "AppData" / "Roaming") / "nutgraf"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "nutgraf"
    return _from(environment, "XDG_CONFIG_HOME", home / ".config") / "nutgraf"


def _from(environment: Mapping[str, str], name: str, otherwise: Path) -> Path:
    # The XDG rules: a relative path counts as unset. On Windows a path is absolute by its drive.
    value = environment.get(name, "")
    return Path(value) if value and (PurePath(value).is_absolute() or ":" in value) else otherwise


def _find_file(environment: Mapping[str, str], home: Path, folder: Path, platform: str) -> Path | None:
    places = (folder / FILE, config_folder(environment, home, platform) / FILE)
    return next((place for place in places if place.is_file()), None)


def _read_file(file: Path) -> tuple[dict[str, object], tuple[Outlet, ...], list[str]]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, (), [f'{file} cannot be understood ({error}). Write lines like: database = "news.db"']
    except OSError as error:
        return {}, (), [f"{file} cannot be read ({error.strerror}). Check its permissions, or remove it."]
    faults = []
    for key, value in found.items():
        if key not in KEYS:
            faults.append(f"{file}: there is no setting '{key}'. The settings are: {', '.join(sorted(KEYS))}.")
        elif type(value) is not KEYS[key][0] or value in ("", 0) or (type(value) is int and value < 1):
            faults.append(f"{file}: {key} takes {KEYS[key][1]}; it has {value!r}.")
    tables = found.pop("outlets", [])
    outlets, told = read_own_outlets(tables if isinstance(tables, list) else [])
    return found, outlets, faults + [f"{file}: {fault}" for fault in told]


def _read_fields(file: Path | None, found: object, faults: list[str]) -> Fields:
    """Return the names of a row's fields: those of the file's table instead of the usual ones."""
    known = sorted(each.name for each in dataclasses.fields(Fields))
    named: dict[str, tuple[str, ...]] = {}
    for key, value in found.items() if isinstance(found, dict) else ():
        names = [value] if isinstance(value, str) else value
        if key not in known:
            faults.append(f"{file}: [fields] has no '{key}'. It can have: {', '.join(known)}.")
        elif not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
            faults.append(f"{file}: [fields] {key} takes a name or a list of names, in quotes; it has {value!r}.")
        else:
            named[key] = tuple(names)
    return dataclasses.replace(USUAL, **named)


def _crash_point(words: str, faults: list[str]) -> tuple[str, int] | None:
    if not words:
        return None
    step, _, passage = words.rpartition(":")
    if step and passage.isdecimal() and int(passage) > 0:
        return step, int(passage)
    faults.append(f"NUTGRAF_CRASH_AT takes STEP:NUMBER, as in ingest-before:1; it has {words!r}.")
    return None
