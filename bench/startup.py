"""How long it takes until govdocs begins: its import and its help, next to what they cannot do without.

    python bench/startup.py

Each figure is processor time, the least of many runs in fresh interpreters, so that a busy machine counts little.
Figures of two machines cannot be compared, ratios can.
"""

from __future__ import annotations

import resource
import subprocess
import sys

RUNS = 15
CODE = {
    "interpreter alone": "pass",
    "import attrs, pluggy": "import attrs, pluggy",
    "import govdocs": "import govdocs",
    "from govdocs import read": "from govdocs import read",  # what a program pays when it uses a name
    "govdocs --help": "from govdocs.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass",
    "govdocs plugins": "from govdocs.cli import main\nmain(['plugins'])",
}


def seconds(code: str) -> float:
    """Return the least processor time a fresh interpreter takes to run some code."""
    best = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> None:
    """Print a table."""
    times = {name: seconds(code) for name, code in CODE.items()}
    alone = times["interpreter alone"]
    print(f"{'':<26}{'ms':>8}{'beyond the interpreter':>26}")
    for name, taken in times.items():
        print(f"{name:<26}{taken * 1000:>8.0f}{(taken - alone) * 1000:>23.0f} ms")
    ratio = (times["import govdocs"] - alone) / (times["import attrs, pluggy"] - alone)
    print(f"\nimport govdocs / import attrs, pluggy, both beyond the interpreter: {ratio:.2f} (bar: 1.5)")
    print(f"help beyond the interpreter: {times['govdocs --help'] - alone:.2f} s (bar: 0.3)")


if __name__ == "__main__":
    main()
