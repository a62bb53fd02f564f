"""The scenes of these tests lie beside them."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]
