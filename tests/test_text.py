import pytest

from nutgraf.text import host_of


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
