"""A report of a flood and another of a harbour strike, both invented, for the edits to work on."""

import random

from evals.copies.bases import Base
from evals.copies.edits import draft_of
from evals.copies.heads import Telling, draw_heads
from evals.copies.made import make

FLOOD = Base(
    "flood",
    "River Arn floods Millbrook",
    (
        (
            "The River Arn rose above its banks in Millbrook on Tuesday.",
            "About 1,200 people left their homes before the water reached the market square.",
        ),
        (
            "“We had less than an hour to carry our mother and the neighbours out,” said Rosa Lund, a baker.",
            "Engineers stated that the weir upstream did not hold because of driftwood.",
        ),
        (
            "The town council is to meet on Friday and will decide who pays for a new weir.",
            "Schools in the valley stay closed for three days while halls serve as shelters.",
        ),
    ),
)
STRIKE = Base(
    "strike",
    "Dockers in Eastport stop work",
    (
        (
            "Dockers in Eastport stopped work at dawn after talks about night shifts had failed.",
            "Eleven ships wait outside the harbour, two of them with fruit from the south.",
        ),
        (
            "The port authority called the strike a surprise and asked both sides to return to the table.",
            "A ferry to the islands runs as usual because its crews belong to another union.",
        ),
    ),
)


def heads(telling=Telling.DAY):
    return draw_heads(telling, random.Random(1))


def made(identity, draft=None, *, base=FLOOD, head=None, wire=False):
    return make(identity, draft or draft_of(base), base.title, head or heads()[0], wire=wire)
