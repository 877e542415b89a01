"""The scorer's own tests import it by its bare name, as they were given."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
