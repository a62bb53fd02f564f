"""Of how many pages of public sets the registry names the outlet by its address: `python -m evals.outlets [FOLDER]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from nutgraf.models.outlets import outlet_of_address
from nutgraf.models.publishers import publisher_domain

CACHE = Path(__file__).resolve().parents[1] / ".cache"


def naeb(root: Path) -> Iterable[str]:
    """Yield the addresses of the NAEB pages."""
    return (page["url"] for page in _read(root / "extraction-small/naeb/articles.json").values())


def fundus(root: Path) -> Iterable[str]:
    """Yield the addresses of the Fundus pages that stand in the set."""
    for info in sorted((root / "extraction-fundus-half/test_data").glob("*/meta.info")):
        for name, page in _read(info).items():
            if (info.parent / name.removesuffix(".gz")).exists():
                yield page["url"]


def trafilatura(root: Path) -> Iterable[str]:
    """Yield the addresses of trafilatura's own pages (German-speaking ones by half, blogs and firms among them)."""
    return _read(root / "extraction-small/trafilatura-eval/tests/evaldata.json").keys()


def wcxb(root: Path) -> Iterable[str]:
    """Yield the addresses of the article pages of WCXB's development part (blogs and firms among them), where told."""
    for truth in sorted((root / "extraction-wcxb-dev/dev/ground-truth").glob("*.json")):
        page = _read(truth)
        if page["_internal"]["page_type"]["primary"] == "article" and page.get("url"):
            yield page["url"]


def articles(root: Path) -> Iterable[str]:
    """Yield the addresses of articles-12k (300 sources, American politics, 2012 to 2020)."""
    with (root / "articles-12k/articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["url"]


SETS: dict[str, tuple[str, Callable[[Path], Iterable[str]]]] = {
    "NAEB": ("extraction-small", naeb),
    "Fundus half": ("extraction-fundus-half", fundus),
    "trafilatura-eval": ("extraction-small", trafilatura),
    "WCXB dev, articles": ("extraction-wcxb-dev", wcxb),
    "articles-12k": ("articles-12k", articles),
}


def main() -> int:
    """Print the table, or say for which set nothing was run and why."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else CACHE
    print("| set | pages | named | domains | named |\n|---|---|---|---|---|")
    for name, (pack, addresses) in SETS.items():
        if not (root / pack).is_dir():
            print(f"| {name} | not run: unpack ../shared/data/{pack}.tar.xz to {pack} in {root.name} | | | |")
            continue
        pages = [(publisher_domain(address), outlet_of_address(address)) for address in addresses(root)]
        domains = dict(pages)
        named = sum(outlet is not None for _, outlet in pages), sum(outlet is not None for outlet in domains.values())
        print(
            f"| {name} | {len(pages)} | {named[0]} ({named[0] / len(pages):.3f}) "
            f"| {len(domains)} | {named[1]} ({named[1] / len(domains):.3f}) |"
        )
    return 0


def _read(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    raise SystemExit(main())
