from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import UsageError
from nutgraf.ingest.fields import USUAL
from nutgraf.models.registry import Outlet, OutletKind
from nutgraf.settings import BATCH_SIZE, config_folder, data_folder, read_settings

HOME = Path("/home/mara")

DATA_FOLDERS = [
    ("linux", {}, "/home/mara/.local/share/nutgraf"),
    ("linux", {"XDG_DATA_HOME": "/data"}, "/data/nutgraf"),
    ("linux", {"XDG_DATA_HOME": "relative"}, "/home/mara/.local/share/nutgraf"),
    ("darwin", {"XDG_DATA_HOME": "/data"}, "/home/mara/Library/Application Support/nutgraf"),
    ("win32", {"LOCALAPPDATA": "C:/Users/mara/AppData/Local"}, "C:/Users/mara/AppData/Local/nutgraf"),
    ("win32", {}, "/home/mara/AppData/Local/nutgraf"),
]


@pytest.mark.parametrize(("platform", "environment", "expected"), DATA_FOLDERS)
def test_data_folder(platform, environment, expected):
    assert data_folder(environment, HOME, platform) == Path(expected)


CONFIG_FOLDERS = [
    ("linux", {}, "/home/mara/.config/nutgraf"),
    ("linux", {"XDG_CONFIG_HOME": "/etc/mara"}, "/etc/mara/nutgraf"),
    ("darwin", {}, "/home/mara/Library/Application Support/nutgraf"),
    ("win32", {"APPDATA": "C:/roam"}, "C:/roam/nutgraf"),
]


@pytest.mark.parametrize(("platform", "environment", "expected"), CONFIG_FOLDERS)
def test_config_folder(platform, environment, expected):
    assert config_folder(environment, HOME, platform) == Path(expected)


def test_without_file_and_environment_the_defaults_hold(tmp_path):
    settings = read_settings({}, tmp_path, tmp_path, "linux")
    assert settings.database == tmp_path / ".local/share/nutgraf/nutgraf.db"
    assert (settings.debug, settings.batch_size, settings.crash_at) == (False, BATCH_SIZE, None)


def test_the_environment_wins_over_the_file(tmp_path):
    (tmp_path / "nutgraf.toml").write_text('database = "from-file.db"\nbatch_size = 7\n')
    assert read_settings({}, tmp_path, tmp_path).database == tmp_path / "from-file.db"
    settings = read_settings({"NUTGRAF_DB": "/other.db", "NUTGRAF_DEBUG": "1"}, tmp_path, tmp_path)
    assert (settings.database, settings.debug, settings.batch_size) == (Path("/other.db"), True, 7)


def test_who_decides_corrections(tmp_path):
    assert read_settings({}, tmp_path, tmp_path).by == ""
    (tmp_path / "nutgraf.toml").write_text('by = "Mara Vint"')
    assert read_settings({"NUTGRAF_BY": ""}, tmp_path, tmp_path).by == "Mara Vint"
    assert read_settings({"NUTGRAF_BY": "Ivo"}, tmp_path, tmp_path).by == "Ivo"


def test_a_person_s_own_outlets_are_read(tmp_path):
    text = """
        batch_size = 7
        [[outlets]]
        name = "Port Vell Courier"
        domains = ["portvell.example"]
        [[outlets]]
        name = "Norpress"
        agency = true
    """
    assert read_settings({}, tmp_path, tmp_path).outlets == ()
    (tmp_path / "nutgraf.toml").write_text(text)
    assert read_settings({}, tmp_path, tmp_path).outlets == (
        Outlet("Port Vell Courier", domains=("portvell.example",), family="Port Vell Courier"),
        Outlet("Norpress", family="Norpress", kind=OutletKind.AGENCY),
    )


def test_the_file_of_the_working_folder_wins_over_the_user_s(tmp_path):
    user, work = tmp_path / ".config/nutgraf", tmp_path / "work"
    user.mkdir(parents=True)
    work.mkdir()
    (user / "nutgraf.toml").write_text("batch_size = 2")
    assert read_settings({}, tmp_path, work, "linux").batch_size == 2
    (work / "nutgraf.toml").write_text("batch_size = 3")
    assert read_settings({}, tmp_path, work, "linux").batch_size == 3


FAULTY = [
    ("colour = 1", ["no setting 'colour'", "batch_size, by, database"]),
    ("batch_size = 0", ["batch_size takes", "it has 0"]),
    ("batch_size = true", ["batch_size takes", "it has True"]),
    ("by = 3", ["by takes your name, in quotes", "it has 3"]),
    ("database = 3\nbatch_size = 'x'\nother = 1", ["database takes", "batch_size takes", "no setting 'other'"]),
    ("[database]\nfile = 'x'", ["database takes"]),
    ("outlets = 3", ["outlets takes tables, each begun by a line [[outlets]]; it has 3"]),
    ("[outlets]\nname = 'Vell'", ["outlets takes tables"]),
    ("outlets = ['Vell']", ["outlet 1 is no table"]),
    (
        "batch_size = 0\n[[outlets]]\nname = 'Vell'\ndomain = 'x'\n[[outlets]]\ndomains = ['https://sund.example/']",
        [
            "batch_size takes",
            "outlet 1 (Vell): there is no key 'domain'",
            "outlet 2: it has no name",
            "write 'sund.example'",
        ],
    ),
    ("database = ", ["cannot be understood", 'database = "news.db"']),
]


@pytest.mark.parametrize(("text", "told"), FAULTY)
def test_all_faults_of_a_file_are_told_together(tmp_path, text, told):
    (tmp_path / "nutgraf.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        read_settings({}, tmp_path, tmp_path)
    for words in told:
        assert words in str(caught.value)


def test_a_file_that_is_not_text_is_told(tmp_path):
    (tmp_path / "nutgraf.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be understood"):
        read_settings({}, tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("words", "expected"), [("ingest-before:1", ("ingest-before", 1)), ("x:30", ("x", 30)), ("", None)]
)
def test_crash_point(tmp_path, words, expected):
    settings = read_settings({"NUTGRAF_CRASH_AT": words}, tmp_path, tmp_path)
    assert settings.crash_at == expected
    settings.boundary("some other step")


@pytest.mark.parametrize("words", ["ingest", ":1", "ingest:0", "ingest:x"])
def test_a_crash_point_that_makes_no_sense_is_told(tmp_path, words):
    with pytest.raises(UsageError, match="STEP:NUMBER"):
        read_settings({"NUTGRAF_CRASH_AT": words}, tmp_path, tmp_path)


def test_names_of_fields_stand_in_a_table_of_their_own(tmp_path):
    (tmp_path / "nutgraf.toml").write_text(
        'batch_size = 7\n[fields]\ntext = "story_text"\ntitle = ["kop", "titel"]\nhtml = []\n'
    )
    fields = read_settings({}, tmp_path, tmp_path).fields
    assert (fields.text, fields.title, fields.html) == (("story_text",), ("kop", "titel"), ())
    assert fields.byline == USUAL.byline
    assert read_settings({}, tmp_path, tmp_path / "elsewhere").fields == USUAL


FAULTY_FIELDS = [
    ('[fields]\nkop = "title"', ["[fields] has no 'kop'", "It can have: address, byline"]),
    ("[fields]\ntitle = 3", ["[fields] title takes a name or a list of names, in quotes; it has 3"]),
    ('[fields]\ntitle = ["a", 3]\ntext = ""', ["[fields] title takes", "[fields] text takes"]),
    ('fields = "title"', ["fields takes a table of its own, [fields]"]),
]


@pytest.mark.parametrize(("text", "told"), FAULTY_FIELDS)
def test_faults_of_names_are_told_together(tmp_path, text, told):
    (tmp_path / "nutgraf.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        read_settings({}, tmp_path, tmp_path)
    for words in told:
        assert words in str(caught.value)
