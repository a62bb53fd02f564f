"""Stories brought up to date: profiles of new accounts, texts grouped again where they changed, stories told anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from nutgraf.errors import StoreError
from nutgraf.records.annotation import Account
from nutgraf.records.correction import Correction
from nutgraf.records.page import SetAside
from nutgraf.records.profile import Profile
from nutgraf.records.story import Story
from nutgraf.stages import Stages
from nutgraf.store.archive import Archive
from nutgraf.store.batches import batches
from nutgraf.store.encoding import encode
from nutgraf.store.groupings import Stirred
from nutgraf.store.outcomes import attempt, failed, stored
from nutgraf.text import digest

ALL = "all articles together"

Note = Callable[[str, tuple[SetAside, ...], str], None]
"""Writes to the ledger what became of a document; only inside a transaction."""


@dataclass(frozen=True, slots=True)
class StoryDesk:
    """Where stories are worked out in one reading; `told` is told how many of how many are done."""

    archive: Archive
    stages: Stages
    batch_size: int
    note: Note
    told: Callable[[int, int], None]

    def bring_up_to_date(self) -> bool:
        """Work out all that is due of the stories; tell whether they are up to date.

        Every batch is one commit, and what is due is found by what lies in the tables; so this may be killed at any
        instant. Where the stage breaks, the stories stay as they were.
        """
        corrections = self.archive.corrections.active()
        self._begin(corrections)
        self._profile()
        return self._regroup() and self._tell(corrections)

    def _begin(self, corrections: Sequence[Correction]) -> None:
        """Make due what another version of the stage made, and what other corrections decided."""
        by_hand = digest(encode(tuple(corrections)))
        inputs = f"{self.stages.made_by.cluster} {by_hand}"
        if self.archive.groupings.inputs() == inputs:
            return
        named = {article for each in self.archive.corrections.all() for article in (*each.articles, *each.beside)}
        with self.archive.transaction("cluster"):
            self.archive.groupings.begin(inputs, named)

    def _profile(self) -> None:
        """Make the profile of every account that has none of what it is now."""
        made_by, groupings = self.stages.made_by.cluster, self.archive.groupings
        due, done = groupings.accounts_due(), 0
        for batch in batches(due, self.batch_size):
            accounts = [self.archive.articles.account(article) for article, _ in batch]
            made = self._profiles([account for account in accounts if account is not None])
            with self.archive.transaction("cluster"):
                for (article, inputs), (profile, entry) in zip(batch, made, strict=True):
                    groupings.shelf.put_profile(article, inputs, profile)
                    self.note(article, (entry,), made_by)
            done += len(batch)
            self.told(done, len(due))
        with self.archive.transaction("cluster"):
            groupings.drop_gone()

    def _profiles(self, accounts: Sequence[Account]) -> list[tuple[Profile | None, SetAside]]:
        """Return the profile and the ledger's entry of each account; one that breaks the stage is set aside alone."""
        made, _ = attempt("cluster", ALL, lambda: tuple(self.stages.profile(accounts)))
        if made is not None:
            return [(profile, stored(_name(each), "cluster")) for each, profile in zip(accounts, made, strict=True)]
        return [self._profile_alone(account) for account in accounts]

    def _profile_alone(self, account: Account) -> tuple[Profile | None, SetAside]:
        made, entry = attempt("cluster", _name(account), lambda: tuple(self.stages.profile([account])))
        return (made[0] if made else None), entry

    def _regroup(self) -> bool:
        """Group again what hangs together with texts that came, changed or went."""
        groupings, settled = self.archive.groupings, set[str]()
        changed = groupings.changed()
        for batch in batches(changed, self.batch_size):
            due = [article for article in batch if article not in settled]
            stirred = groupings.stir(due)
            if due and not self._try(partial(self._group_again, stirred)):
                return False
            settled.update(stirred.gone, *stirred.groups)
        return True

    def _group_again(self, stirred: Stirred) -> None:
        groupings = self.archive.groupings
        touched = self.stages.regroup(groupings.shelf, stirred.gone, stirred.groups)
        groupings.settle(stirred)
        articles = {article for text in groupings.shelf.texts(touched).values() for article in text.articles}
        groupings.mark({*stirred.gone, *articles})

    def _tell(self, corrections: Sequence[Correction]) -> bool:
        """Write the records of all stories that may have changed."""
        told = set[str]()
        untold = self.archive.groupings.untold()
        for batch in batches(untold, self.batch_size):
            due = [article for article in batch if article not in told]
            if due and not self._try(partial(self._tell_again, due, corrections, told)):
                return False
            self.told(min(len(told), len(untold)), len(untold))
        return True

    def _tell_again(self, due: Sequence[str], corrections: Sequence[Correction], told: set[str]) -> None:
        """Tell the stories of some articles anew, with all that were in one story with them before."""
        archive, shelf = self.archive, self.archive.groupings.shelf
        articles, beside, stories = set[str](), self._with_neighbours(due), tuple[Story, ...]()
        while not beside <= articles:
            articles |= beside
            keys = {*articles, *shelf.text_of(articles).values()}
            stories = self.stages.tell(shelf, keys, archive.stories.accounts_of, corrections)
            beside = self._with_neighbours({member.article for story in stories for member in story.members})
        archive.stories.replace(articles, stories)
        archive.groupings.told(articles)
        told.update(articles)

    def _with_neighbours(self, articles: Collection[str]) -> set[str]:
        """Return articles with all that are in one story with any of them as the stories are kept now."""
        stories = self.archive.stories
        return {*articles, *stories.members(stories.holding(articles))}

    def _try(self, step: Callable[[], None]) -> bool:
        """Do one step as one commit; where it breaks nothing of it is kept, and the next reading tries again."""
        made_by = self.stages.made_by.cluster
        try:
            with self.archive.transaction("cluster"):
                step()
                self.note("all", (stored(ALL, "cluster"),), made_by)
        except StoreError:
            raise
        except Exception as error:
            with self.archive.transaction("cluster"):
                self.note("all", (failed(ALL, "cluster", error),), made_by)
            return False
        return True


def _name(account: Account) -> str:
    return account.article.address or account.article.path or account.article.id
