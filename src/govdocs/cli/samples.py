"""`govdocs samples`: documents held against the records that stand beside them."""

from __future__ import annotations

import argparse
import sys

from govdocs.cli.options import Commands, add_command, add_plugins, host
from govdocs.cli.terminal import counted

__all__ = ["add"]


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "samples",
        "hold documents against what shall be read out of them",
        "Read every document in a folder, and print how what is read differs from the expected records in the file "
        "beside it (NAME.expected.json). For authors of plugins: with --update the files are written, to be read "
        "through by a person; with --contract a plugin is tried on the samples by every rule it must keep.",
        "govdocs samples samples/ --plugin my_plugin.py",
    )
    parser.add_argument("folder", metavar="DIR", help="a folder of documents")
    parser.add_argument("--update", action="store_true", help="write what is read as what is expected")
    parser.add_argument("--contract", metavar="NAME", help="hold this plugin to its contract on the samples")
    add_plugins(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare or update each sample."""
    from govdocs.testing import check_plugin, samples
    from govdocs.testing.samples import leftovers

    plugins = host(options)
    if options.contract:
        plugins.only(options.contract)  # tells a name that is not there before the samples are gone through
    found = samples(options.folder)
    wrong = 0
    for sample in found:
        if options.update:
            print(f"{'written' if sample.update(plugins) else 'same':<8} {sample}")
        else:
            difference = sample.difference(plugins)
            wrong += bool(difference)
            print(f"{'differs' if difference else 'same':<8} {sample}")
            if difference:
                print(difference)
    for path in leftovers(options.folder):
        wrong += 1
        print(f"{'alone':<8} {path.name}, whose document is gone")
    if options.contract:
        breaches = check_plugin(options.contract, [sample.path for sample in found], host=plugins)
        wrong += len(breaches)
        for breach in breaches:
            print(breach)
    print(f"{counted(len(found), 'samples')}, {counted(wrong, 'faults')}", file=sys.stderr)
    return int(wrong > 0)
