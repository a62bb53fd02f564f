"""New articles into the copies of an archive: only what they touch is worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial

from nutgraf.dedupe.articles import HELD
from nutgraf.dedupe.credits import Facts, pack_facts, read_facts, unpack_facts
from nutgraf.dedupe.judging import direct_pair, held_shares, judge_ends, judge_pair
from nutgraf.dedupe.meeting import Ends, ends_of, shelve, unshelve
from nutgraf.dedupe.originals import Verdict, find_original
from nutgraf.dedupe.readings import Reading
from nutgraf.dedupe.shares import MOST_PAIRS, carry
from nutgraf.dedupe.shelf import Shelf
from nutgraf.joining import join_pairs
from nutgraf.records.article import Article, ArticleKind
from nutgraf.records.copies import COPYING, JOINING, Copy


def update_copies(shelf: Shelf, articles: Sequence[Article], gone: Sequence[str] = ()) -> None:
    """Take articles from the shelf, put new ones there, and bring pairs, texts and shares up to date.

    What lies on the shelf afterwards is a function of the articles on it alone, the same that `dedupe_articles` finds
    of all of them at once: whatever their order, and in how many parts they came. `articles` are not on the shelf yet;
    teasers never enter.
    """
    update = _Update(shelf)
    if gone:
        update.drop(gone)
    told = {article.id: article for article in articles if article.kind is ArticleKind.ARTICLE}
    if told:
        update.add([told[key] for key in sorted(told)])
    update.settle()


class _Update:
    """What one update touches on its way: texts that may fall apart, pairs that are new, articles to measure again."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._read = lru_cache(maxsize=HELD)(lambda article: Reading(shelf.article(article)))
        self._facts: dict[str, Facts] = {}
        self._new: dict[Ends, Copy] = {}
        self._loose: set[str] = set()
        self._touched: set[str] = set()

    def drop(self, articles: Sequence[str]) -> None:
        """Take articles from the shelf with their pairs."""
        for article in articles:
            self._loosen(self._shelf.text(article))
        meeting, lost = unshelve(self._shelf, articles)
        for pair in lost:
            self._shelf.drop_pair(pair)
            self._touched.update(ends_of(pair))
        self._loose.difference_update(articles)
        self._touched.difference_update(articles)
        self._judge(meeting)

    def add(self, articles: Sequence[Article]) -> None:
        """Put articles on the shelf with their pairs."""
        meeting, lost = shelve(self._shelf, articles)
        self._lose(lost)
        self._judge(meeting)

    def _lose(self, pairs: Iterable[Copy]) -> None:
        for pair in pairs:
            if pair.kind in JOINING:
                self._loosen(self._shelf.text(pair.article))
            if pair.kind in COPYING:
                self._touched.update(ends_of(pair))
            self._shelf.drop_pair(pair)
            self._new.pop(ends_of(pair), None)

    def _loosen(self, text: str) -> None:
        """Part the articles of a text: which of them still carry one is found when all pairs are known."""
        carriers = self._shelf.carriers(text)
        self._shelf.put_verdict(text, None)
        for article in carriers:
            self._shelf.move_carrier(article, article)
        self._loose.update(carriers)

    def _judge(self, meeting: Iterable[Ends]) -> None:
        for ends in sorted(meeting):
            pair = judge_pair(self._read(ends[0]), self._read(ends[1]))
            if pair is not None:
                self._shelf.put_pair(pair)
                if pair.kind in COPYING:
                    self._new[ends] = pair

    def settle(self) -> None:
        """Join the articles of one text, find its original, and measure what each touched article carries."""
        joined = [ends for ends, pair in self._new.items() if pair.kind in JOINING]
        kept = [ends_of(pair) for one in self._loose for pair in self._shelf.pairs(one) if pair.kind in JOINING]
        for texts in self._texts([*joined, *kept]):
            self._settle_text(texts)
        for ends, pair in sorted(self._new.items()):
            if pair.kind not in JOINING:
                one, other = self._facts_of(ends)
                self._direct(pair, judge_ends(one, other))
        for article in sorted(self._touched):
            self._measure(article)

    def _texts(self, pairs: Sequence[Ends]) -> list[list[str]]:
        """Return the texts that pairs make one, each sorted, and those that came loose."""
        found = {article: self._shelf.text(article) for ends in pairs for article in ends}
        texts = sorted({*found.values(), *self._loose})
        place = {text: index for index, text in enumerate(texts)}
        groups = join_pairs(len(texts), ((place[found[one]], place[found[other]]) for one, other in pairs))
        return [[texts[index] for index in group] for group in groups]

    def _settle_text(self, texts: Sequence[str]) -> None:
        """Make one text of several, and tell its original; its pairs are written anew where that changed."""
        text = texts[0]
        before = self._shelf.verdict(text)
        came = [article for other in texts[1:] for article in self._shelf.carriers(other)]
        for other in texts[1:]:
            self._shelf.move_text(other, text)
            self._shelf.put_verdict(other, None)
        carriers = self._shelf.carriers(text)
        if len(carriers) == 1:
            self._touched.update(carriers)
            return
        verdict = find_original(self._facts_of(carriers), partial(self._held, carriers))
        self._shelf.put_verdict(text, verdict)
        changed = came if before == verdict else carriers
        self._touched.update(changed)
        inside = set(carriers)
        new = {ends: pair for ends, pair in self._new.items() if pair.kind in JOINING and pair.article in inside}
        for _, pair in sorted((new | self._joining(changed)).items()):
            self._direct(pair, verdict)

    def _joining(self, articles: Iterable[str]) -> dict[Ends, Copy]:
        """Return the pairs that make articles carriers of one text."""
        pairs = (pair for article in articles for pair in self._shelf.pairs(article))
        return {ends_of(pair): pair for pair in pairs if pair.kind in JOINING}

    def _held(self, carriers: Sequence[str]) -> Mapping[tuple[str, str], float]:
        return held_shares(self._joining(carriers).values())

    def _direct(self, pair: Copy, verdict: Verdict) -> None:
        asked = ends_of(pair) if verdict.original is None else (*ends_of(pair), verdict.original)
        facts = {each.article: each for each in self._facts_of(asked)}
        self._shelf.put_pair(direct_pair(pair, verdict, facts))
        self._touched.update(ends_of(pair))

    def _measure(self, article: str) -> None:
        pairs = self._shelf.pairs(article, MOST_PAIRS)
        if not pairs:
            return self._shelf.put_carried(article, None)
        text = self._shelf.text(article)
        found = self._shelf.verdict(text)
        verdict = None if found is None else Verdict(*found)
        facts = self._facts_of([verdict.original]) if verdict and verdict.original else []
        by_article = {each.article: each for each in facts}
        self._shelf.put_carried(article, carry(self._read(article), text, verdict, pairs, by_article))

    def _facts_of(self, articles: Sequence[str]) -> list[Facts]:
        """Return the facts of articles in their order; what nobody asked for before is read from the article."""
        missing = [article for article in articles if article not in self._facts]
        for article, kept in (self._shelf.facts(missing) if missing else {}).items():
            self._facts[article] = unpack_facts(kept) if kept else read_facts(self._read(article).article)
            if not kept:
                self._shelf.put_facts(article, pack_facts(self._facts[article]))
        return [self._facts[article] for article in articles]
