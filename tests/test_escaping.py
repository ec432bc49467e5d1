from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from strategies import HOSTILE

from govdocs.escaping import escaped, storable, unescaped

any_text = st.text(st.characters(exclude_categories=()), max_size=30)


@given(any_text | st.sampled_from(HOSTILE))
@example("_x0041_")
@example("__x005F_x0041_")
@example("\ud800\udc00")
def test_reads_back(text: str) -> None:
    """What `escaped` writes, `unescaped` gives back, but for lone surrogates, which become U+FFFD."""
    assert unescaped(escaped(text)) == storable(text)


@given(any_text | st.sampled_from(HOSTILE))
def test_fits_into_xml(text: str) -> None:
    """An XML parser gives back exactly what was escaped."""
    element = etree.Element("a")
    element.text = escaped(text)
    assert unescaped(etree.fromstring(etree.tostring(element)).text or "") == storable(text)


def test_replaces_lone_surrogates_only() -> None:
    """Text that UTF-8 can hold stays as it is."""
    assert storable("a\ud800b😀") == "a\ufffdb😀"
