"""The parser beside which nutgraf's reading is counted belongs to the development group."""

import importlib.util

collect_ignore_glob = [] if importlib.util.find_spec("selectolax") else ["test_*.py"]
