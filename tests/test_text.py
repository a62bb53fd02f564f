import pytest

from nutgraf.text import host_of, listed, percent, rough_sentences


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Gazette.example:8080/a", "www.gazette.example"),
        ("http://[::1]/a", "::1"),
        ("http://[www.gazette.example]/a", ""),
        ("http://[::1.2.3.4x]/a", ""),
        ("file:///a", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_host_of_any_address(address, host):
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n ", []),
        ("No stop at all", ["No stop at all"]),
        (
            "Gate No. 3 failed. “Run!” she said.\n\nMr. J. Low ran.",
            ["Gate No. 3 failed.", "“Run!” she said.", "Mr. J. Low ran."],
        ),
        ("It cost $3.5 million.”\nNo. It did not?! Yes", ["It cost $3.5 million.”", "No.", "It did not?!", "Yes"]),
    ],
)
def test_rough_sentences_end_with_a_stop_or_a_line(text, sentences):
    assert [text[start:end] for start, end in rough_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("share", "told"),
    [(0, "0%"), (0.0001, "1%"), (0.29, "29%"), (0.296, "30%"), (0.9999, "99%"), (1.0, "100%")],
)
def test_nothing_and_all_are_told_of_nothing_and_all_alone(share, told):
    assert percent(share) == told


@pytest.mark.parametrize(
    ("names", "most", "told"),
    [
        ((), None, ""),
        (("Sund",), None, "Sund"),
        (("Sund", "Tarn"), None, "Sund and Tarn"),
        (("Sund", "Tarn", "Marl"), None, "Sund, Tarn and Marl"),
        (("Sund", "Tarn", "Marl", "Vale"), 2, "Sund, Tarn and 2 more"),
    ],
)
def test_names_are_listed_as_people_write_them(names, most, told):
    assert listed(names, most) == told
