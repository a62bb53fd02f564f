"""Commands that correct stories by hand.

Heavy imports stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from nutgraf.cli.answers import answer, open_read, open_write, settings_of
from nutgraf.cli.program import PLAIN, Options, app
from nutgraf.errors import UsageError

if TYPE_CHECKING:
    from nutgraf.correct.decisions import Hand
    from nutgraf.records.correction import Correction
    from nutgraf.store.archive import Archive

LONGEST = 500
"""Characters that a name or a note may have: both stand in the reason of every article that is put somewhere."""

StoryId = Annotated[str, Parameter(name="STORY")]
ArticleIds = Annotated[list[str], Parameter(name="ARTICLE")]


@Parameter(name="*")
@dataclass(frozen=True)
class Decided:
    """Who decides, and why."""

    note: str = ""
    """Why, in your own words."""
    by: str | None = None
    """Who decides (default: NUTGRAF_BY, else by in nutgraf.toml, else your login name)."""


ALONE = Decided()


@app.command
def merge(one: StoryId, other: StoryId, /, *, decided: Decided = ALONE, options: Options = PLAIN) -> None:
    """Make one story of two, by hand. What comes to either later goes along.

    Example: nutgraf merge 3f2a 81c0 --note "one summit"
    """
    from nutgraf.correct.decisions import merge_stories

    _correct(options, decided, lambda archive, hand: merge_stories(archive, one, other, hand))


@app.command
def split(story: StoryId, articles: ArticleIds, /, *, decided: Decided = ALONE, options: Options = PLAIN) -> None:
    """Make a story of their own of some articles of a story, by hand; copies of one text stay together.

    Example: nutgraf split 3f2a 9c41 7d02 --note "the inquiry of 1987"
    """
    from nutgraf.correct.decisions import split_story

    _correct(options, decided, lambda archive, hand: split_story(archive, story, articles, hand))


@app.command
def move(articles: ArticleIds, /, *, to: str, decided: Decided = ALONE, options: Options = PLAIN) -> None:
    """Put articles into another story, by hand; copies of one text go along.

    Example: nutgraf move 9c41 --to 81c0

    Parameters
    ----------
    to
        The story that they belong to.
    """
    from nutgraf.correct.decisions import move_articles

    _correct(options, decided, lambda archive, hand: move_articles(archive, articles, to, hand))


@app.command
def pin(articles: ArticleIds, /, *, decided: Decided = ALONE, options: Options = PLAIN) -> None:
    """Keep articles in the story they are in, whatever later readings and releases make of them.

    Example: nutgraf pin 9c41
    """
    from nutgraf.correct.decisions import pin_articles

    _correct(options, decided, lambda archive, hand: pin_articles(archive, articles, hand))


@app.command
def undo(
    number: Annotated[int | None, Parameter(name="NUMBER")] = None,
    /,
    *,
    decided: Decided = ALONE,
    options: Options = PLAIN,
) -> None:
    """Take back a correction: the last that counts, or the one with this number. An undo can be undone, too.

    Example: nutgraf undo 3
    """
    from nutgraf.correct.decisions import undo_correction

    _correct(options, decided, lambda archive, hand: undo_correction(archive, number, hand))


@app.command
def corrections(
    *, import_: Annotated[Path | None, Parameter(name="--import")] = None, options: Options = PLAIN
) -> None:
    """List the corrections by hand: what, who, when, why, and whether it counts; or take in those of another database.

    Example: nutgraf corrections --json > kept.json

    Parameters
    ----------
    import_
        Take in the corrections of this file, as --json printed them from another database; known ones are passed over.
    """
    from nutgraf.correct.reading import read_corrections
    from nutgraf.correct.stories import correction_rows, take_in
    from nutgraf.export.terminal.corrections import corrections_list, taken_in_page

    if import_ is not None:
        theirs = read_corrections(import_)
        with open_write(options) as work:
            taken = take_in(work.archive, theirs, work.renew)
        return answer(options, taken, lambda: taken_in_page(taken))
    with open_read(options) as archive:
        rows = correction_rows(archive)
    return answer(options, rows, lambda: corrections_list(rows))


def _correct(options: Options, decided: Decided, decide: Callable[[Archive, Hand], Correction]) -> None:
    """Keep what was decided, tell the stories anew, and print what changed."""
    from nutgraf.correct.decisions import Hand
    from nutgraf.correct.stories import correct_stories
    from nutgraf.export.terminal.corrections import change_page

    hand = Hand(_who(options, decided), datetime.now(UTC).isoformat(timespec="seconds"), _short(decided.note, "--note"))
    with open_write(options) as work, open_read(options) as before, before.snapshot():
        change = correct_stories(work.archive, decide(work.archive, hand), work.renew, before)
    answer(options, change, lambda: change_page(change))


def _who(options: Options, decided: Decided) -> str:
    import getpass

    advice = 'Say who decides: --by NAME, or a line by = "NAME" in nutgraf.toml'
    try:
        name = decided.by if decided.by is not None else settings_of(options).by or getpass.getuser()
    except (KeyError, OSError, ImportError) as error:  # a process without a login name, as in some containers
        raise UsageError(f"Your login name is not known. {advice}") from error
    if not name.strip():
        raise UsageError(f"A correction needs a name. {advice}")
    return _short(name, "--by")


def _short(words: str, option: str) -> str:
    """Return words on one line, if they are not too many."""
    line = " ".join(words.split())
    if len(line) > LONGEST:
        raise UsageError(f"{option} takes up to {LONGEST} characters; these are {len(line)}.")
    return line
