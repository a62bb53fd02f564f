"""The speech act: somebody says something in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.annotate.cues import DENYING
from nutgraf.annotate.sources import Source


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
