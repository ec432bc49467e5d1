"""The JSON Schema of a document, shipped as `document-1.schema.json`.

`python -m govdocs_json.schema` writes it anew after the model has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from govdocs.codec import VERSION, schema

__all__ = ["SCHEMA"]

SCHEMA = Path(__file__).with_name(f"document-{VERSION}.schema.json")
"""Where the schema stands."""


def text() -> str:
    """Return the schema as it is shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8", newline="\n")
