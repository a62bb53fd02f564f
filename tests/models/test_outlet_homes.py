"""Homes of local outlets by domain."""

from nutgraf.models.outlet_homes import home_of_domain


def test_the_nearest_domain_that_is_known():
    assert home_of_domain("www.chron.com") == ("Houston", "Texas")
    assert home_of_domain("sports.chron.com") == ("Houston", "Texas")
    assert home_of_domain("ostby.example") is None
    assert home_of_domain("") is None
