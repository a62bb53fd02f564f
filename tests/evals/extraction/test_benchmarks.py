"""The loaders, on packs of two or three invented pages laid out like the real ones."""

import json

import pytest
from evals.extraction.benchmarks.wcxb import find_domain, find_part
from evals.extraction.cases import Case, NotHere
from evals.extraction.sets import BENCHMARKS, read_benchmark

PAGE = b"<html><body><p>The quay stays shut.</p></body></html>"


def lay(folder, files: dict[str, object]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())


def only(cases: list[Case]) -> Case:
    (case,) = cases
    assert case.html == PAGE
    return case


def test_aeb(tmp_path):
    gold = {"b1": {"articleBody": "The quay stays shut.", "url": "https://tolvik.invalid/quay"}}
    lay(tmp_path / "extraction-small/aeb", {"ground-truth.json": gold, "html/b1.html": PAGE})
    case = only(read_benchmark("aeb", tmp_path))
    assert (case.id, case.body, case.address) == ("b1", "The quay stays shut.", "https://tolvik.invalid/quay")


def test_naeb_leaves_out_entries_without_a_page_and_fields_without_a_value(tmp_path):
    entry = {
        "articleBody": "Shut.",
        "title": "Quay",
        "authors": "Jon Ervald, Ilse Ny",
        "date": "2031-03-03",
        "url": "u",
    }
    bare = {"articleBody": "Shut.", "title": "", "authors": "", "date": "NaT", "url": "u"}
    files = {"articles.json": {"a": entry, "b": bare, "c": entry}, "html/a.html": PAGE, "html/b.html": PAGE}
    lay(tmp_path / "extraction-small/naeb", files)
    full, empty = read_benchmark("naeb", tmp_path)
    assert (full.title, full.authors, full.day) == ("Quay", ("Jon Ervald", "Ilse Ny"), "2031-03-03")
    assert (empty.title, empty.authors, empty.day) == (None, (), None)


def test_trafilatura_pages_lie_in_cache_or_in_eval_and_authors_are_a_text_or_a_list(tmp_path):
    listed = {"file": "one.html", "with": ["quay"], "without": ["Subscribe"], "author": ["Jon Ervald", "Ilse Ny"]}
    written = {
        "file": "two.html",
        "with": [],
        "without": [],
        "author": "Jon Ervald; Ilse Ny",
        "title": "Quay",
        "date": "",
    }
    files = {
        "evaldata.json": {"https://a": listed, "https://b": written},
        "cache/one.html": PAGE,
        "eval/two.html": PAGE,
    }
    lay(tmp_path / "extraction-small/trafilatura-eval/tests", files)
    one, two = read_benchmark("trafilatura-eval", tmp_path)
    assert one.html == two.html == PAGE
    assert one.authors == two.authors == ("Jon Ervald", "Ilse Ny")
    assert (one.wanted, one.unwanted, one.body, two.title, two.day) == (("quay",), ("Subscribe",), None, "Quay", None)


def test_wcxb(tmp_path):
    gold = {
        "main_content": "Shut.",
        "title": "Quay",
        "author": None,
        "publish_date": "2031-03-03",
        "with": [],
        "without": [],
    }
    kind = {"page_type": {"primary": "forum"}}
    entry = {"url": "https://www.tolvik.invalid/quay", "_internal": kind, "ground_truth": gold}
    lay(tmp_path / "extraction-wcxb-dev/dev", {"ground-truth/0001.json": entry, "html/0001.html": PAGE})
    case = only(read_benchmark("wcxb", tmp_path))
    assert (case.id, case.kind, case.authors, case.day) == ("0001", "forum", (), "2031-03-03")
    assert case.part == find_part("https://tolvik.invalid/")


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.Tolvik.invalid:8080/a?b", "tolvik.invalid"),
        ("http://news.tolvik.invalid/", "news.tolvik.invalid"),
        ("https://wwwide.invalid/", "wwwide.invalid"),
        ("", ""),
    ],
)
def test_the_part_of_a_page_hangs_on_its_domain_alone(address, domain):
    assert find_domain(address) == domain


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("https://example.org/x", "dev"),  # 4 mod 5
        ("https://example.com/x", "dev"),  # 2
        ("https://www.example.net/x", "check"),  # 0
        ("https://tolvik.invalid/", "dev"),  # 2
    ],
)
def test_the_check_part_is_the_domains_whose_md5_is_nought_mod_five(address, part):
    assert find_part(address) == part


def test_fundus_pairs_a_publishers_gold_with_its_pages_in_order_the_newest_having_one(tmp_path):
    def gold(words: str) -> dict[str, object]:
        sections = [{"headline": ["Crane"], "paragraphs": [words]}, {"headline": [], "paragraphs": ["End."]}]
        body = {"summary": ["In short."], "sections": sections}
        return {"title": "Quay", "authors": ["Ilse Ny"], "publishing_date": "2031-03-03 08:00:00+00:00", "body": body}

    days = ("2031_03_03", "2031_04_03", "2031_05_03")
    info = {f"TolvikCourier_{day}.html.gz": {"url": f"https://t/{day}", "crawl_date": day} for day in days}
    files = {"meta.info": info, "TolvikCourier.json": {"V1": gold("old"), "V1_1": gold("new")}}
    files |= {f"TolvikCourier_{day}.html": PAGE for day in (days[0], days[2])}
    lay(tmp_path / "extraction-fundus-half/test_data/tk", files)
    case = only(read_benchmark("fundus", tmp_path))
    assert case.id == "tk/TolvikCourier_2031_05_03"
    assert case.body == "In short.\nCrane\nnew\nEnd."
    assert (case.authors, case.day) == (("Ilse Ny",), "2031-03-03")


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_a_missing_pack_is_named(name, tmp_path):
    with pytest.raises(NotHere, match="unpack"):
        read_benchmark(name, tmp_path)
