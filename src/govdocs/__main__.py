"""`python -m govdocs` is the command `govdocs`."""

import sys

from govdocs.cli import main

if __name__ == "__main__":
    sys.exit(main())
