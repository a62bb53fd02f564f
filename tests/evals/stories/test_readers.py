"""The readers of the packs, on packs of our own, and what repeats what."""

import io
import json
import tarfile

import pytest
from evals.stories import ecbplus, newscluster, noise
from evals.stories.repeats import find_repeats
from evals.stories.writing import make_article

from nutgraf.records.article import Sure


def packed(place, files):
    with tarfile.open(place, "w:xz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return place


def cluster_file(identity, event, text, domain="www.reuters.com"):
    told = {
        "dId": identity, "title": "Gate fails", "text": text, "url": f"https://{domain}/{identity}",
        "source_domain": domain, "date_publish": "2017-09-15T12:15:00", "date_download": "None", "authors": "[]",
        "newsCluster": {"EventId": event, "Event": "gate", "Topic": "dams"},
    }  # fmt: skip
    return json.dumps(told).encode()


def test_addresses_and_date_lines_are_dropped_and_marks_put_back():
    sentences = ("http : / / a . b", "May 3 , 2013", "`` No , '' she said .", "It was 2013 again .")
    article = ecbplus.write_article(ecbplus.Document("1_1", 1, "e", sentences))
    assert article.text == '"No," she said.\nIt was 2013 again.'


def test_the_news_cluster_set_gives_title_day_address_outlet_and_event(tmp_path):
    text = "Gate fails\nBy A. Author\nUpdated 15 September 2017\n\nThe gate failed in 2017.\n"
    folder = newscluster.FOLDER
    files = {f"{folder}b.json": cluster_file("b", 7, text), f"{folder}a.json": cluster_file("a", 8, text, "x.invalid")}
    first, second = newscluster.read_documents(packed(tmp_path / "p.tar.xz", files | {"other/c.json": b"no json"}))
    assert (first.id, first.story, second.id, second.story) == ("a", "8", "b", "7")
    article = newscluster.write_article(second)
    assert article.text == "Gate fails\nBy A. Author\nThe gate failed in 2017."
    assert (article.title, article.address) == ("Gate fails", "https://www.reuters.com/b")
    assert (article.published.value, article.published.sure, article.carrier) == ("2017-09-15", Sure.SURE, "Reuters")
    assert newscluster.write_article(first).carrier is None


@pytest.mark.parametrize(
    ("printed", "day", "sure"),
    [
        ("2019-07-28", "2019-07-28", Sure.SURE),
        ("2/15/18", "2018-02-15", Sure.LIKELY),
        ("15/2/18", None, Sure.UNSURE),
        ("0001-01-01", None, Sure.UNSURE),
        ("2019-02-30", None, Sure.UNSURE),
        ("", None, Sure.UNSURE),
    ],
)
def test_days_of_the_noise(printed, day, sure):
    read = noise.read_day(printed)
    assert (read.value, read.sure) == (day, sure)


def test_the_noise_is_read_line_by_line_with_the_outlet_of_its_address(tmp_path):
    line = {"url": "https://www.bbc.com/news/1", "title": "Chief leaves", "date": "2019-07-28", "topic": "x",
            "content_original": "http://a.b\nThe chief leaves.", "source": "BBC", "bias": 1}  # fmt: skip
    pack = packed(tmp_path / "n.tar.xz", {noise.MEMBER: json.dumps(line).encode() + b"\n"})
    article = noise.write_article(next(iter(noise.read_documents(pack))))
    assert (article.text, article.title, article.published.value) == ("The chief leaves.", "Chief leaves", "2019-07-28")
    assert article.carrier.startswith("BBC")


def numbered(start, end):
    return [" ".join(f"word{number}" for number in range(start, end))]


def test_a_repeat_shares_three_tenths_of_the_shorter_text():
    of = [make_article("set", "set", numbered(0, 100))]
    others = [
        make_article("whole", "w", numbered(0, 100)),
        make_article("part", "p", numbered(60, 160)),  # 31 of its 91 runs of ten words
        make_article("little", "l", numbered(80, 180)),  # 11 of 91
        make_article("own", "o", numbered(500, 600)),
        make_article("inside", "i", [*numbered(30, 50), *numbered(900, 910)]),  # short, but mostly the other's
    ]
    assert find_repeats(others, of) == {"whole", "part", "inside"}
