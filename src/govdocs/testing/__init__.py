"""For authors of plugins: samples with expected records, a check of the contract, a hostile plugin."""

from govdocs.testing.contract import Breach, check_layout, check_plugin, check_record
from govdocs.testing.hostile import DEEDS, hostile, hostile_file
from govdocs.testing.samples import Sample, samples

__all__ = [
    "DEEDS",
    "Breach",
    "Sample",
    "check_layout",
    "check_plugin",
    "check_record",
    "hostile",
    "hostile_file",
    "samples",
]
