"""One page to its articles: the pure function that runs inside the disposable child."""

from __future__ import annotations

from functools import cached_property

from nutgraf.extract.decode import unwrap_page
from nutgraf.extract.fields import Evidence, Fields, choose_fields
from nutgraf.extract.freeze import Frozen, freeze
from nutgraf.extract.language import find_language
from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.outlets import article_origin, page_carrier
from nutgraf.extract.partial import asking_words, partial_reason
from nutgraf.extract.printed import printed_facts
from nutgraf.extract.published import UNKNOWN, fresh_date
from nutgraf.extract.sheets import Read, read_sheet, wrapping_parts
from nutgraf.extract.sorting import Marked
from nutgraf.extract.unit_fields import bears_title, read_unit
from nutgraf.extract.unwrapped import Fact, Holds, Unwrapped
from nutgraf.records.article import Article, ArticleKind, Extraction, Field, PagePart, Role
from nutgraf.records.page import Page
from nutgraf.text import stable_id

MADE_BY = "extract/3"
LEAST_KEPT = 0.98
"""Below this share of visible characters accounted for, an article is marked partial (faults.md, rule 10)."""


def extract_page(page: Page, limits: Limits = DEFAULT) -> Extraction:
    """Return the articles and teasers of one page, and what every part of it was taken for."""
    unwrapped = unwrap_page(page, limits)
    articles: list[Article] = []
    parts: list[PagePart] = wrapping_parts(unwrapped.wrapping)
    notes, damage = list(unwrapped.notes), list(unwrapped.damage)
    visible = accounted = _letters(unwrapped, unwrapped.wrapping)
    visible += _letters(unwrapped, unwrapped.left)
    first = 0
    for sheet in unwrapped.sheets:
        read = read_sheet(page, sheet, limits)
        articles.extend(_Sheet(page, read, first).articles())
        parts.extend(read.parts(first))
        notes.extend(read.reading.notes)
        damage.extend((read.reading.deep,) if read.reading.deep else ())
        visible, accounted = visible + read.count.visible, accounted + read.count.accounted
        first += len(read.kinds)
    notes.extend(_remarks(articles, unwrapped, visible - accounted, visible))
    return Extraction(
        page.id,
        tuple(articles),
        tuple(sorted(parts, key=lambda part: (part.start, part.end))),
        visible,
        accounted,
        tuple(dict.fromkeys(notes)),
        MADE_BY,
        tuple(dict.fromkeys(damage)),
        tuple(unwrapped.links),
    )


_TEASER = ArticleKind.TEASER


class _Sheet:
    """What all articles of one sheet share; `first` is the place on the page of its first draft."""

    def __init__(self, page: Page, read: Read, first: int) -> None:
        self.page, self.read, self.first = page, read, first
        kinds = read.kinds
        self.single = sum(kind is ArticleKind.ARTICLE for kind in kinds) == 1
        teasers = frozenset(place for place, kind in enumerate(kinds) if kind is ArticleKind.TEASER)
        self.fresh = fresh_date([list(draft) for draft in read.drafts])
        plain = read.sheet.holds is Holds.PAGE and not read.reading.site
        carrier = page_carrier(list(read.marks), teasers) if plain else None
        how = "the names that the page’s own lines print"
        self.advertised = (Fact(Field.CARRIER, carrier, how),) if carrier else ()
        self.beside = read.reading.metadata.beside()
        shared = Evidence(read.sheet, self.advertised, self.beside, read.reading.site, self.single, teaser=True)
        self.shared = choose_fields(shared).chosen if teasers and read.sheet.holds is Holds.PAGE else {}
        self.outlets = any(mark.role is Role.OUTLET and mark.draft not in teasers for mark in read.marks)
        told = (fact for fact in read.sheet.told if fact.field is Field.ADDRESS and fact.why_not is None)
        self.base = next((fact.value for fact in told), None)
        self.spoken: str | None = None

    def articles(self) -> list[Article]:
        """Return the articles and teasers that say anything."""
        order = sorted(range(len(self.read.kinds)), key=lambda place: (self.read.kinds[place] is _TEASER, place))
        made = {place: self._article(place, self.read.kinds[place]) for place in order}
        return [article for _, article in sorted(made.items()) if article.text or article.title]

    def _article(self, place: int, kind: ArticleKind) -> Article:
        marks = list(self.read.drafts[place])
        teaser = kind is ArticleKind.TEASER
        frozen = freeze(marks, teaser)
        fields = self._fields(marks, place, teaser)
        title, address = fields.value(Field.TITLE), fields.value(Field.ADDRESS)
        words = f"{title or ''} {frozen.text[:1200]}".strip()
        fields = fields.in_language(self._language(words, fields.value(Field.LANGUAGE), teaser))
        return Article(
            id=self._identity(address, place),
            version=stable_id(title or "", frozen.text),
            page=self.page.id,
            place=self.first + place,
            kind=kind,
            address=address,
            path=self.page.path,
            title=title,
            byline=fields.value(Field.BYLINE),
            dateline=fields.value(Field.DATELINE),
            carrier=fields.value(Field.CARRIER),
            origin=fields.value(Field.ORIGIN),
            published=fields.published(Field.PUBLISHED) or fields.undated() or UNKNOWN,
            language=fields.value(Field.LANGUAGE) or "und",
            text=frozen.text,
            blocks=frozen.blocks,
            anchors=frozen.anchors,
            asides=frozen.asides,
            completeness=self.read.count.share,
            partial=None if teaser else self._partial(frozen, fields),
            made_by=MADE_BY,
            modified=fields.published(Field.MODIFIED),
            section=fields.value(Field.SECTION),
            found=fields.found,
        )

    def _language(self, words: str, declared: str | None, teaser: bool) -> str:
        """The language of an article's words; a teaser's few words are taken to be in that of the page's first text."""
        if not teaser:
            found = find_language(words, declared)
            self.spoken = self.spoken or found
            return found
        return self.spoken or find_language(words, declared)

    def _identity(self, address: str | None, place: int) -> str:
        key = self.read.sheet.key
        if key:
            return stable_id(*key, *((str(place),) if len(self.read.kinds) > 1 else ()))
        own = address if address != self.page.address else None
        return stable_id(own or self.base or self.page.address, str(place))

    def _fields(self, marks: list[Marked], place: int, teaser: bool) -> Fields:
        """The fields of one draft; its origin rests on its carrier and byline, so it is found last."""
        read, own = self.read, self.single and not teaser
        printed = printed_facts(marks, self.fresh, teaser, self.page.captured)
        if self.shared and teaser:
            # A page may show hundreds of teasers: what they tell is what their own lines print.
            return Fields({**self.shared, **{fact.field: fact for fact in reversed(printed)}}, ())
        head = read.reading.metadata if own else self.beside if teaser else self._unit(place)
        evidence = Evidence(read.sheet, (*printed, *self.advertised), head, read.reading.site, self.single, teaser)
        fields = choose_fields(evidence)
        if own and fields.value(Field.ADDRESS) is None and self.page.address.startswith("http"):
            fields = fields.more(Fact(Field.ADDRESS, self.page.address, "the address that the page was fetched from"))
        if teaser or fields.value(Field.ORIGIN) is not None:
            return fields
        carrier = fields.value(Field.CARRIER)
        byline = fields.value(Field.BYLINE)
        origin = article_origin(
            marks, carrier, head.signers if byline == head.author else byline, credited=self.outlets
        )
        how = "nothing names another outlet than the carrier" if origin == carrier else "the lines of the text"
        return fields.more(Fact(Field.ORIGIN, origin, how) if origin else None)

    def _unit(self, place: int) -> Metadata:
        """What the page tells of one of several texts; where none of them tells a day, that of their page."""
        metadata = self.read.reading.metadata
        if metadata.basis is None or not self.read.sheet.own_head:
            return self.beside
        head = self.heads.get(place, self.beside)
        return head.dated_by(metadata) if self.undated else head

    @cached_property
    def heads(self) -> dict[int, Metadata]:
        """Return what the page tells of each of several texts by itself."""
        metadata, above = self.read.reading.metadata, 0
        heads: dict[int, Metadata] = {}
        for place, marks in self.texts.items():
            if bears_title(metadata, marks) or metadata.basis is None:
                heads[place] = metadata
            else:
                heads[place] = read_unit(metadata.basis, marks, self.beside, above)
            above = max(above, marks[-1].line.end)
        return heads

    @cached_property
    def undated(self) -> bool:
        """Whether the page has a day and its texts, but for one under its own title, tell none: they are its items.

        A text with a heading of the same rank as the page's title is no item of the page's.
        """
        metadata = self.read.reading.metadata
        if metadata.published is None:
            return False
        own = [place for place, head in self.heads.items() if head is metadata]
        items = {place: marks for place, marks in self.texts.items() if place not in own}
        ranks = {mark.line.tag for place in own for mark in self.texts[place] if mark.role is Role.TITLE}
        told = any(self.heads[place].published is not None for place in items)
        marks = [mark for unit in items.values() for mark in unit]
        alike = any(mark.role is Role.TITLE and mark.line.tag in ranks for mark in marks)
        return not told and not alike and not any(mark.role is Role.TIME for mark in marks)

    def _partial(self, frozen: Frozen, fields: Fields) -> str | None:
        if frozen.cut:
            return f"truncated: the text reached the cap of {DEFAULT.characters} characters, what follows was not read"
        if self.read.reading.cut is not None:
            return self.read.reading.cut
        if self.read.sheet.partial is not None:
            return self.read.sheet.partial
        if self.read.count.share < LEAST_KEPT:
            return f"only {self.read.count.share:.0%} of the page's visible characters could be accounted for"
        return partial_reason(frozen.text, self.asked, fields.value(Field.FREE) == "no")

    @cached_property
    def units(self) -> dict[int | None, list[Marked]]:
        """Return the marked lines of each draft where they stand on the sheet, in its order."""
        units: dict[int | None, list[Marked]] = {}
        for mark in sorted(self.read.reading.sorter.marks, key=lambda mark: (mark.line.start, mark.line.end)):
            units.setdefault(mark.draft, []).append(mark)
        return units

    @cached_property
    def texts(self) -> dict[int, list[Marked]]:
        """Return the marked lines of each article, in the order in which they begin."""
        kinds = self.read.kinds
        return {at: unit for at, unit in self.units.items() if at is not None and kinds[at] is not _TEASER}

    @cached_property
    def asked(self) -> str | None:
        """Return what of the sheet asks for money; looked for once, since a page may hold thousands of texts."""
        return asking_words(self.read.reading.sorter.marks)


def _letters(unwrapped: Unwrapped, stretches: list[tuple[int, int]]) -> int:
    return sum(map(str.isalnum, (sign for start, end in stretches for sign in unwrapped.text[start:end])))


def _remarks(articles: list[Article], unwrapped: Unwrapped, missing: int, visible: int) -> list[str]:
    notes: list[str] = []
    if (
        unwrapped.sheets
        and not unwrapped.links
        and not any(article.kind is ArticleKind.ARTICLE for article in articles)
    ):
        notes.append("no article found: " + ("teasers only" if articles else "no text long enough to be one"))
    if missing > (1 - LEAST_KEPT) * visible:
        notes.append(f"{missing} of {visible} visible characters are in no part")
    return notes
