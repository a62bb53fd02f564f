"""What people type."""

from nutgraf.cli.entry import main as main
from nutgraf.cli.program import INTERRUPTED as INTERRUPTED
from nutgraf.cli.program import app as app
