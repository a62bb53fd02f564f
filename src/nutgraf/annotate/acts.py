"""The speech act: somebody says something in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.annotate.cues import DENYING
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import Speaker
from nutgraf.records.article import Sure


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """Somebody says something in one sentence.

    `cue_start`/`cue_end` is the verb or phrase, `source` who it is (`None` where nobody can be told), `before` whether
    the subject stands before the verb; `content_start`/`content_end` is what is said; `takes_object` marks "called it
    …".
    """

    sentence: int
    lemma: str
    cue_start: int
    cue_end: int
    source: Source | None
    content_start: int
    content_end: int
    takes_object: bool

    @property
    def silent(self) -> bool:
        """Whether the act says that nothing is said ("declined to comment")."""
        return self.lemma in {"decline", "refuse", "comment"}

    @property
    def denies(self) -> bool:
        """Whether the act says no to its content."""
        return self.lemma in DENYING


def name_speaker(act: SpeechAct, how: str) -> Speaker | None:
    """Return who speaks in an act, and how sure that is; a pronoun that means nobody known is unsure."""
    source = act.source
    if source is None:
        return None
    if source.pronoun and source.entity is None and source.name.lower() in {"he", "she", "they", "it"}:
        return Speaker(
            source.name, None, source.start, source.end, how + "; whom the pronoun means is unsure", Sure.UNSURE
        )
    sure = Sure.LIKELY if source.pronoun else Sure.SURE
    note = "; the pronoun resolved to the one who fits" if source.pronoun else ""
    return Speaker(source.name, source.entity, source.start, source.end, how + note, sure)
