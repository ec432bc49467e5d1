"""The command line."""

from govdocs.cli.main import main

__all__ = ["main"]
