"""The documents under test: whatever a person can meet is documented, and what is documented is there."""

import ast
import re
from pathlib import Path

import pytest

from nutgraf import cli, errors, settings
from nutgraf.records.comparison import FindingKind, Standing, Verdict
from nutgraf.records.edits import EditKind, EditVerdict, Since

ROOT = Path(__file__).parents[1]
CLI = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
FINDINGS = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
EDITS = (ROOT / "docs" / "reference" / "edits.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMANDS = tuple(name for name in cli.app if not name.startswith("-"))


def section(command):
    return re.split(r"\n##+ ", CLI.split(f"### `nutgraf {command}", 1)[1])[0]


def options(command):
    arguments = cli.app[command].assemble_argument_collection(parse_docstring=True)
    return {name for argument in arguments for name in argument.names if name.startswith("--")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    assert f"### `nutgraf {command}" in CLI


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command):
    assert f"Example: nutgraf {command}" in cli.app[command].help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command):
    shared = CLI.split("## Options of every command")[1]
    missing = [name for name in options(command) if f"`{name}" not in section(command) + shared]
    assert missing == []


def test_every_documented_command_exists():
    assert set(re.findall(r"### `nutgraf ([a-z-]+)", CLI)) == set(COMMANDS)


def test_every_command_named_in_the_readme_exists():
    assert set(re.findall(r"nutgraf ([a-z][a-z-]+) (?:ID|[0-9a-f]{4,8}\b|FOLDER|--)", README)) <= set(COMMANDS)


def subclasses(error):
    return {error}.union(*(subclasses(child) for child in error.__subclasses__()))


def test_every_exit_code_is_documented():
    codes = {0, cli.INTERRUPTED} | {error.exit_code for error in subclasses(errors.NutgrafError)}
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", CLI.split("## Exit codes")[1], re.MULTILINE)}
    assert documented == codes


@pytest.mark.parametrize("kind", [kind.value for kind in FindingKind])
def test_every_kind_of_finding_is_documented(kind):
    assert f"\n### `{kind}`\n" in FINDINGS


@pytest.mark.parametrize("value", [item.value for item in (*Verdict, *Standing)])
def test_every_verdict_and_standing_is_documented(value):
    assert f"\n| `{value}` |" in FINDINGS


@pytest.mark.parametrize("value", [item.value for item in (*EditKind, *EditVerdict, *Since)])
def test_every_kind_and_verdict_of_an_edit_is_documented(value):
    assert f"\n| `{value}` |" in EDITS


@pytest.mark.parametrize("key", sorted(settings.KEYS))
def test_every_key_of_the_settings_file_is_documented(key):
    assert f"| file | `{key}` |" in CLI


def test_every_variable_that_is_read_is_documented():
    source = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    constants = {node.value for node in ast.walk(source) if isinstance(node, ast.Constant)}
    names = {word for word in constants if isinstance(word, str) and re.fullmatch(r"[A-Z]{2,}_?[A-Z_]{3,}", word)}
    assert names
    assert {name for name in names if f"`{name}`" not in CLI} == set()


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda p: p.name
)
def test_every_link_between_documents_leads_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
