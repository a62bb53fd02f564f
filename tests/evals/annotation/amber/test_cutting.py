"""How an article is cut into instances: paragraphs, and what CofeNet did at their borders."""

import pytest
from evals.annotation.amber.cutting import cut_text


@pytest.mark.parametrize(
    ("text", "instances"),
    [
        ("Gate holds.\n\nIt held. It will hold.\n", ["Gate holds.", "It held. It will hold."]),
        ("It held.\nIt will hold.\n\n \nSo be it.", ["It held.\nIt will hold.", "So be it."]),
        ("Low said:\n\nIt holds. It will.\n\nSo be it.", ["Low said:\n\nIt holds. It will.", "So be it."]),
        ("The gate holds.\n\nHarbour.\n\nIt held. It will.", ["The gate holds.\n\nHarbour.", "It held. It will."]),
        ("Does it hold?\n\nNo. It never did.", ["Does it hold?\n\nNo.", "It never did."]),
        ("Gate holds.\n\n''It holds,'' Low said.", ["Gate holds.\n\n''", "It holds,'' Low said."]),
        ("It closed at\n\n2 p.m.\n\nLow left.", ["It closed at\n\n2 p.m.\n\nLow left."]),
        ("Gate holds.\n\nIt will. Yes. It must.", ["Gate holds.", "It will. Yes. It must."]),
        ("Gate holds.\n\nIt holds, and", ["Gate holds.", "It holds, and"]),
        ("Harbour.\n\nThe gate holds.", ["Harbour.", "The gate holds."]),
        ("", []),
    ],
)
def test_instances(text, instances):
    assert [text[start:end] for start, end in cut_text(text)] == instances
