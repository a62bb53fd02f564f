"""Attributions read from brat files."""

from evals.annotation.brat import Attribution, read_brat

BRAT = """T1\tContent 0 9;20 28\tThe gate she knew
T2\tSource 11 14\tshe
T3\tCue 15 19\tsaid
T4\tAttribution 15 19\tsaid
E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2
T5\tDiscuss 30 40\tof no use
T6\tContent 50 55\tthing
That\tgoes on
There
T7\tSource 60 63\tone
T8\tSource 64 67\ttwo
E2\tAttribution:T9 Content:T6 Source:T7 Source2:T8
"""


def test_pieces_stay_apart_and_what_is_tied_is_one_attribution():
    told, neutral = read_brat(BRAT)
    assert told == [
        Attribution(((11, 14),), ((15, 19),), ((0, 9), (20, 28))),
        Attribution(((60, 63), (64, 67)), (), ((50, 55),)),
    ]
    assert neutral == [(30, 40)]
    assert told[0].width == 17
