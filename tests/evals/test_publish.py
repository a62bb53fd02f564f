"""Documents whose tables are made by the commands that stand beside them."""

import re
from pathlib import Path

import pytest
from evals.publish import CommandFailed, main, renew, run

DOCUMENT = "# Figures\n\n<!-- made by: evals.extraction --text -->\n\n| old |\n\n<!-- end -->\n\nWhat it means.\n"


def test_a_table_takes_the_place_of_the_old_one_and_the_rest_stays():
    made = renew(DOCUMENT, lambda command: f"| new: {command} |\n")
    assert made == DOCUMENT.replace("| old |", "| new: evals.extraction --text |")
    assert renew(made, lambda _: "| old |") == DOCUMENT


def test_a_document_without_commands_stays_as_it_is():
    assert renew("no table\n", lambda _: "x") == "no table\n"


def test_only_measurements_are_run(tmp_path):
    with pytest.raises(CommandFailed, match="not run"):
        run("shutil.rmtree")
    place = tmp_path / "figures.md"
    place.write_text(DOCUMENT.replace("evals.extraction --text", "this"))
    assert main([str(place)]) == 1
    assert "| old |" in place.read_text()


def test_every_command_in_the_measurements_is_there():
    root = Path(__file__).parents[2]
    for document in (root / "docs" / "measurements").glob("*.md"):
        for module in re.findall(r"<!-- made by: (\S+)", document.read_text(encoding="utf-8")):
            place = root.joinpath(*module.split("."))
            assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), (document.name, module)
