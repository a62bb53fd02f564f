"""The evaluation lies beside the program, not in it: put the repository's root and this folder on the path."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]
