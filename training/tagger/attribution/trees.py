"""Attribution read off dependency trees: subjects of cue words as sources, their clauses and objects as content.

The trees are UD's (EWT train; GUM's green train documents). The lines are drawn as PolNeAR's guidelines draw them: a
cue takes its auxiliaries and particles, content its "that" or "to" and its quote marks, a word has one role only, and
of attributions inside each other the outer one is marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from training.tagger.attribution.cue_words import ABOUT, ADJECTIVES, CLAUSE, JUDGE, NOUNS, WISH
from training.tagger.labelled import Mark

_MARKS = frozenset("\" “ ” `` '' ‘ ’ '".split())
_SILENT = frozenset("punct cc".split())
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a tree; `head` is the place of its head, -1 for the root."""

    word: str
    lemma: str
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Who says what by which word: places of words."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Tree:
    """A sentence's words with their children."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.children: list[list[int]] = [[] for _ in nodes]
        for at, node in enumerate(nodes):
            if node.head >= 0:
                self.children[node.head].append(at)

    def of(self, at: int, *relations: str) -> list[int]:
        """Return the children of a word that stand in one of some relations."""
        return [child for child in self.children[at] if self.nodes[child].relation in relations]

    def below(self, at: int) -> set[int]:
        """Return a word with all words under it."""
        found, open_now = {at}, [at]
        while open_now:
            for child in self.children[open_now.pop()]:
                if child not in found:
                    found.add(child)
                    open_now.append(child)
        return found

    def all_below(self, places: list[int]) -> set[int]:
        """Return several words with all words under them."""
        return set().union(*(self.below(place) for place in places))


def attribution_marks(nodes: list[Node], places: list[tuple[int, int]]) -> tuple[Mark, ...]:
    """Return the roles of a sentence's words as spans."""
    tree = Tree(nodes)
    roles: dict[int, tuple[str, int]] = {}
    order = sorted(range(len(nodes)), key=lambda at: (_depth(tree, at), at))
    for number, at in enumerate(order):
        if at in roles:
            continue
        relation = _relation(tree, at)
        if relation and not any(place in roles for place in relation.cue | relation.content):
            for role in ("content", "source", "cue"):
                for place in getattr(relation, role):
                    roles.setdefault(place, (role, number)) if role == "source" else roles.update(
                        {place: (role, number)}
                    )
    return _spans(roles, places)


def _depth(tree: Tree, at: int) -> int:
    depth, seen = 0, set()
    while tree.nodes[at].head >= 0 and at not in seen:
        seen.add(at)
        at = tree.nodes[at].head
        depth += 1
    return depth


def _spans(roles: dict[int, tuple[str, int]], places: list[tuple[int, int]]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    before: tuple[str, int] | None = None
    for at in range(len(places)):
        role = roles.get(at)
        if role is not None and role == before:
            marks[-1] = Mark(marks[-1].start, places[at][1], role[0])
        elif role is not None:
            marks.append(Mark(*places[at], role[0]))
        before = role
    return tuple(marks)


def _relation(tree: Tree, at: int) -> Relation | None:
    node = tree.nodes[at]
    if node.lemma == "accord" or node.word.lower() == "according":
        return _according(tree, at)
    if node.tag in {"VERB", "AUX"}:
        return _verb(tree, at)
    if node.tag == "NOUN" and node.lemma in NOUNS:
        return _noun(tree, at)
    if node.tag in {"ADJ", "VERB"} and node.lemma in ADJECTIVES:
        return _adjective(tree, at)
    return None


def _according(tree: Tree, at: int) -> Relation | None:
    """Read "according to …": what hangs the phrase on the clause is the name of the source."""
    node = tree.nodes[at]
    name = node.head if node.relation == "case" else next(iter(tree.of(at, "obl", "nmod", "obj")), -1)
    if name < 0 or at + 1 >= len(tree.nodes):
        return None
    phrase = tree.below(name) | tree.below(at)
    top = tree.nodes[name].head if node.relation == "case" else node.head
    if top < 0 or top in phrase:
        return None
    cue = {at, at + 1}
    content = _trimmed(tree, _largest_run(tree.below(top) - phrase, min(phrase), max(phrase)))
    return _made(tree, _trimmed(tree, phrase - cue), cue, content)


def _largest_run(places: set[int], first: int, last: int) -> set[int]:
    """Return the larger side of what stands before and behind a phrase."""
    before, behind = {at for at in places if at < first}, {at for at in places if at > last}
    return before if len(before) >= len(behind) else behind


def _verb(tree: Tree, at: int) -> Relation | None:
    """Read a verb with a clause, a wish, an object or a phrase as its content."""
    node = tree.nodes[at]
    joined = "-".join([node.lemma, *(tree.nodes[child].lemma for child in tree.of(at, "compound:prt"))])
    lemma = joined if joined in CLAUSE else node.lemma
    cue = _verb_group(tree, at)
    content = _clause_of(tree, at, lemma)
    if not content and lemma in JUDGE:
        passive = tree.of(at, "nsubj:pass")
        content = _object_of(tree, at) | tree.all_below(passive)
        if passive:
            return _made(tree, _source_of(tree, tree.of(at, "obl:agent")), cue, _trimmed(tree, content - cue))
    if not content:
        return _about(tree, at, cue) if node.lemma in ABOUT else None
    return _made(tree, _source_of(tree, tree.of(at, *_SUBJECTS)), cue, _trimmed(tree, content - cue))


def _clause_of(tree: Tree, at: int, lemma: str) -> set[int]:
    """Return the words of the clause that a verb reports, or wishes."""
    content: set[int] = set()
    if lemma in CLAUSE:
        content = tree.all_below(tree.of(at, "ccomp")) | _interrupted(tree, at)
    if not content and lemma in WISH and tree.of(at, "xcomp"):
        content = tree.all_below(tree.of(at, "xcomp"))
        content |= tree.all_below(tree.of(at, "obj")) if lemma in JUDGE | CLAUSE else set()
    return content


def _object_of(tree: Tree, at: int) -> set[int]:
    """Return the words of what a verb judges, with "for …" and "as …" behind it."""
    parts = [*tree.of(at, "obj"), *tree.of(at, "xcomp")]
    return tree.all_below([*parts, *(tree.of(at, "obl") if parts and _for_or_as(tree, at) else [])])


def _for_or_as(tree: Tree, at: int) -> bool:
    return any(
        tree.nodes[mark].lemma in {"for", "as", "of"} for child in tree.of(at, "obl") for mark in tree.of(child, "case")
    )


def _interrupted(tree: Tree, at: int) -> set[int]:
    """Return the words that a cue hanging on them as an aside gives ("It is, he said, late")."""
    node = tree.nodes[at]
    if node.relation != "parataxis" or node.head < 0 or not tree.of(at, *_SUBJECTS):
        return set()
    return tree.below(node.head) - tree.below(at)


def _about(tree: Tree, at: int, cue: set[int]) -> Relation | None:
    for child in tree.of(at, "obl", "advcl"):
        marks = [
            mark for mark in tree.of(child, "case", "mark") if tree.nodes[mark].lemma in ABOUT[tree.nodes[at].lemma]
        ]
        if marks:
            content = tree.below(child) - {marks[0]}
            cue = cue | ({marks[0]} if marks[0] == max(cue) + 1 else set())
            return _made(tree, _source_of(tree, tree.of(at, *_SUBJECTS)), cue, _trimmed(tree, content))
    return None


def _verb_group(tree: Tree, at: int) -> set[int]:
    """Return a verb with what belongs to it and stands next to it: auxiliaries, adverbs, particles."""
    own = {at, *tree.of(at, "aux", "aux:pass", "cop", "compound:prt")}
    own |= {
        child
        for child in tree.of(at, "advmod")
        if len(tree.below(child)) == 1 and tree.nodes[child].tag in {"ADV", "PART"}
    }
    first = last = at
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return set(range(first, last + 1))


def _noun(tree: Tree, at: int) -> Relation | None:
    for child in tree.of(at, "acl", "ccomp", "nmod"):
        joined = tree.of(child, "mark", "case")
        word = tree.nodes[joined[0]].lemma if joined else ""
        allowed = {
            "acl": {"that", "to"},
            "ccomp": {"that"},
            "nmod": {"of", "about", "for", "on", "against", "over", "that"},
        }
        if word not in allowed[tree.nodes[child].relation] or child < at:
            continue
        content = tree.below(child)
        owner = tree.of(at, "nmod:poss")
        cue = {at} | ({joined[0]} if tree.nodes[child].relation == "nmod" and joined[0] == at + 1 else set())
        if cue & content:
            content -= cue
        source: set[int] = set()
        if owner:
            source = tree.below(owner[0]) - set(tree.of(owner[0], "case"))
            cue |= set(range(max(source) + 1, at)) if max(source) < at and at - max(source) < 4 else set()
        elif not tree.of(at, "det") or tree.nodes[child].relation == "nmod":
            return None
        return _made(tree, source, cue, _trimmed(tree, content))
    return None


def _adjective(tree: Tree, at: int) -> Relation | None:
    """Read "is critical of …", "are confident that …"."""
    linked = tree.of(at, "cop") or tree.of(at, "aux:pass")
    if not linked:
        return None
    cue = _verb_group(tree, at)
    cue = (
        set(range(min([*cue, *(place for place in linked if place < at)]), max(cue) + 1))
        if at - min(linked) < 4
        else cue
    )
    for child in tree.of(at, "obl", "ccomp", "xcomp", "advcl"):
        if child < at:
            continue
        content = tree.below(child)
        marks = tree.of(child, "case")
        if marks and marks[0] == max(cue) + 1:
            cue |= {marks[0]}
            content -= {marks[0]}
        elif tree.nodes[child].relation == "obl" or (
            tree.nodes[child].relation == "advcl" and not tree.of(child, "mark")
        ):
            continue
        return _made(tree, _source_of(tree, tree.of(at, *_SUBJECTS)), cue, _trimmed(tree, content))
    return None


def _source_of(tree: Tree, subjects: list[int]) -> set[int]:
    """Return the words of a subject, without a preposition before and marks about them."""
    if not subjects:
        return set()
    phrase = tree.below(subjects[0]) - {mark for mark in tree.of(subjects[0], "case") if mark < subjects[0]}
    return _trimmed(tree, phrase)


def _trimmed(tree: Tree, places: set[int]) -> set[int]:
    """Return words without marks at either end, but for quote marks."""
    kept = set(places)
    while kept and _bare_mark(tree, min(kept)):
        kept.discard(min(kept))
    while kept and _bare_mark(tree, max(kept)):
        kept.discard(max(kept))
    return kept


def _bare_mark(tree: Tree, at: int) -> bool:
    node = tree.nodes[at]
    return (node.relation in _SILENT and node.word not in _MARKS) or (node.relation == "cc")


def _made(tree: Tree, source: set[int], cue: set[int], content: set[int]) -> Relation | None:
    content = _filled(tree, content - cue - source, source | cue)
    source = _filled(tree, source - cue - content, cue | content)
    if not content or not cue:
        return None
    return Relation(frozenset(source), frozenset(cue), frozenset(content))


def _filled(tree: Tree, places: set[int], taken: set[int]) -> set[int]:
    """Return words with the marks between them, and quote marks about them."""
    if not places:
        return places
    inner = {at for at in range(min(places), max(places)) if tree.nodes[at].tag == "PUNCT"} - taken
    places = places | inner
    first, last = min(places), max(places)
    if first > 0 and tree.nodes[first - 1].word in _MARKS:
        places = places | {first - 1}
    if last + 1 < len(tree.nodes) and tree.nodes[last + 1].word in _MARKS:
        places = places | {last + 1}
    elif (
        last + 2 < len(tree.nodes)
        and tree.nodes[last + 1].word in {",", ".", "!", "?"}
        and tree.nodes[last + 2].word in _MARKS
    ):
        places = places | {last + 1, last + 2}
    return places - taken
