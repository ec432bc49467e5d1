"""What every test may ask for: long runs, and the shared documents where they lie beside the checkout."""

from __future__ import annotations

import signal
from pathlib import Path

import hypothesis
import pytest
from environments import CLEAN, Environment, build_wheel

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# The clock of a busy machine is no property of the code, so no example has a deadline.
hypothesis.settings.register_profile("usual", deadline=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("usual")


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell has it in the background; programs inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run what takes minutes too, and more examples of each law")
    parser.addoption("--update", action="store_true", help="write into the docs what their commands print now")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--long"):
        hypothesis.settings.load_profile("long")


@pytest.hookimpl(tryfirst=True)  # before xdist looks for the mark
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and {"wheel", "clean"} & set(item.fixturenames):
            item.add_marker(CLEAN)
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="takes minutes; run with --long"))


def pytest_report_header() -> str:
    return (
        "shared documents: beside this checkout" if SHARED.is_dir() else "shared documents: none beside this checkout"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared documents; a test that asks for it is skipped, and says so, where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the shared documents are not beside this checkout (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built once a run."""
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A clean environment with the wheel in it, for looking only; who installs something takes a copy."""
    return Environment.make(tmp_path_factory.mktemp("clean") / "venv", wheel)
