"""Names: which entities of several accounts are one, whatever the spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from nutgraf.models.names import fold_name, same_person
from nutgraf.records.annotation import Account, Entity, EntityKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import fold, stable_id

_SHORT_NAME, _LONG_SURNAME = 3, 6  # letters
_PREFER = {EntityKind.PERSON: 0, EntityKind.ORGANISATION: 1, EntityKind.PLACE: 2, EntityKind.GROUP: 3}


def fold_entities(accounts: Sequence[Account]) -> dict[str, str]:
    """Return, for every entity key of the accounts, the key that stands for it across the story.

    People are one where their names fold to one person and no second person of the story fits as well; all else is one
    where the folded names are equal. The key that stands for a group is the one with the longest name, then the first
    by order.
    """
    entities = sorted(
        {entity.key: entity for account in accounts for entity in account.annotation.entities}.values(),
        key=lambda entity: (_PREFER[entity.kind], -len(entity.name.split()), -len(entity.name), entity.key),
    )
    standing: dict[str, str] = {}
    leaders: list[Entity] = []
    for entity in entities:
        fits = [leader for leader in leaders if _one(leader, entity)]
        if len(fits) == 1:
            standing[entity.key] = fits[0].key
        else:
            standing[entity.key] = entity.key
            leaders.append(entity)
    for entity in reversed(entities):
        for form in entity.forms:  # a name that one account's reading missed is still that name
            standing["name:" + fold(form)] = standing[entity.key]
    return standing


def _one(leader: Entity, entity: Entity) -> bool:
    if leader.kind is not entity.kind:
        return False
    if leader.kind is EntityKind.PERSON:
        return same_person(leader.name, entity.name) is True or _surname_of(leader, entity) or _misspelt(leader, entity)
    return fold_name(leader.name) == fold_name(entity.name)


def _misspelt(leader: Entity, entity: Entity) -> bool:
    """Tell whether two full names of one story differ by a letter or two, as transliterations and slips do.

    Within one story only, both names in full, surnames of six letters and more, and roles that do not speak against it.
    """
    left, right = fold_name(leader.name).split(), fold_name(entity.name).split()
    if len(left) != len(right) or len(left) < 2:
        return False
    if left[-1] == right[-1] and min(len(left[0]), len(right[0])) >= _SHORT_NAME:
        short, long = sorted((left[0], right[0]), key=len)
        if long.startswith(short):
            return True  # "Ben Okell", "Benjamin Okell"
    far = [Levenshtein.distance(a, b) for a, b in zip(left, right, strict=True)]
    long_enough = min(len(left[-1]), len(right[-1])) >= _LONG_SURNAME
    return long_enough and max(far) <= 2 and sum(far) <= 3 and far[-1] <= 2


def _surname_of(leader: Entity, entity: Entity) -> bool:
    short = entity.name.split()
    return (
        len(short) == 1 and len(leader.name.split()) > 1 and fold_name(leader.name.split()[-1]) == fold_name(short[0])
    )


def compare_names(
    accounts: Sequence[Account], standing: Mapping[str, str], outlets: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Fold spellings of one name: “Zelensky” and “Zelenskyy” are one person, and the spelling is no disagreement."""
    spellings: dict[str, dict[str, list[Cell]]] = {}
    for account in accounts:
        entities = {entity.key: entity for entity in account.annotation.entities}
        for mention in account.annotation.mentions:
            entity = entities.get(mention.entity)
            if entity is None or not mention.named or entity.kind not in {EntityKind.PERSON, EntityKind.PLACE}:
                continue
            words = account.article.text[mention.start : mention.end]
            last = fold(words).split()[-1] if fold(words) else ""
            article = account.article
            span = Span(article.id, article.version, mention.start, mention.end)
            cell = Cell("", article.id, outlets[article.id], span, words, words.split()[-1])
            spellings.setdefault(standing[entity.key], {}).setdefault(last, []).append(cell)
    return tuple(finding for key, forms in sorted(spellings.items()) if (finding := _spelling(key, forms)) is not None)


def _spelling(key: str, forms: dict[str, list[Cell]]) -> Finding | None:
    variants: dict[str, list[tuple[str, Cell]]] = {}
    for form, cells in forms.items():
        variants.setdefault(fold_name(form), []).append((form, cells[0]))
    for _, same in sorted(variants.items()):
        if len({form for form, _ in same}) < 2 or len({cell.article for _, cell in same}) < 2:
            continue
        ordered = sorted(same, key=lambda pair: (pair[0], pair[1].article, pair[1].span.start))
        shown = tuple(cell for _, cell in ordered)
        listed = " and ".join(f"“{cell.value}”" for cell in shown)
        reason = f"{listed} are one name in several spellings; the spelling is no disagreement."
        return Finding(stable_id("naming", key), FindingKind.NAMING, Verdict.AGREE, reason, shown)
    return None
