import pytest

from nutgraf.ingest.companions import companion_folders, owned_files

FOLDERS = [
    ("page.html", "page_files", True),
    ("page.htm", "page-Dateien", True),
    ("Ferry stops.html", "Ferry stops_fichiers", True),
    ("page.html", "page_archivos", True),
    ("page.html", "page.html_files", True),
    ("page.xhtml", "page_bestanden", True),
    ("страница.html", "страница_файлы", True),
    ("page.html", "page_文件", True),
    ("page.html", "other_files", False),
    ("page.html", "page", False),
    ("page.html", "page_photos", False),
    ("page.txt", "page_files", False),
    ("page.html", "page_files_2031", False),
]


@pytest.mark.parametrize(("page", "folder", "owned"), FOLDERS)
def test_folders_of_pages_saved_whole(page, folder, owned):
    assert companion_folders([page, "index.txt"], [folder, "more"]) == ({folder: page} if owned else {})


def test_files_in_an_archive():
    names = ["a/page.html", "a/page_files/x.js", "a/page_files/deep/y.html", "a/other.html", "page_files/z.html"]
    assert owned_files(names) == {"a/page_files/x.js": "a/page.html", "a/page_files/deep/y.html": "a/page.html"}


def test_a_page_in_a_folder_and_one_in_a_saved_page(read, tmp_path, html):
    for name in ("Ferry.html", "Ferry_files/advert.html", "Ferry_files/pic/one.png", "notes/plain.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html())
    pages, aside = read(tmp_path)
    assert [page.path.rpartition("/")[2] for page in pages] == ["Ferry.html", "plain.txt"]
    assert aside == [("refused", "2 files belong to the saved page Ferry.html, which is read without them")]
