"""`python -m nutgraf.cli`."""

import sys

from nutgraf.cli.entry import main

sys.exit(main())
