"""Damage to sample files that a parser does not see at once: inside what is packed, at tags, numbers and lengths."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

__all__ = ["archive", "damaged"]

Change = Callable[[bytes, Random], bytes]

TOKEN = re.compile(rb"<[^<>]{0,400}>|[\w./-]+|\s+|[^\w\s]")
NUMBER = re.compile(rb"-?\d+")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"2147483648", b"-2147483649", b"99999999999999999999",
           b"1e308", b"0.0000001", b"NaN")  # fmt: skip
WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1b", b"\x85", b"\xc2\xad", b"\xe2\x80\xa8",
    b"\xef\xbf\xbe", b"&amp;", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<table>",
    b"</table>", b"<td rowspan='9999' colspan='9999'>", b"<w:gridSpan w:val='99999'/>", b"<w:vMerge/>", b"<w:tbl>",
    b"<w:p>", b"</w:p>", b"\t", b"\f", b"\r", b"\n\n\n", b"Sak 1/24", b"Vedtak:", b"Til stede:", b"Tiltak\tAnsvar\n",
    b"| a | b |\n", b"<<", b">>", b"endobj", b"obj", b"/Kids [1 0 R]", b"/Length 0", b"BT", b"ET", b"q ", b" cm ",
    b"PK\x03\x04", b"PK\x01\x02",
)  # fmt: skip


def damaged(data: bytes, kind: str, others: Sequence[bytes], rng: Random) -> bytes:
    """Return a sample with up to a dozen changes, half of them inside its packed parts where it has any."""
    inside = {"docx": _in_zip, "pdf": _in_stream}.get(kind)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 12))):
        if inside is not None and rng.random() < 0.6:
            data = inside(data, rng)
        elif rng.random() < 0.04:
            other = rng.choice(others)
            at = rng.randrange(len(data) + 1)
            start = rng.randrange(len(other))
            data = data[:at] + other[start : start + rng.randrange(1, 4000)] + data[at:]
        else:
            data = rng.choice(CHANGES)(data, rng)
    return data


def archive(samples: Sequence[tuple[str, bytes]], rng: Random) -> bytes:
    """Return a zip archive of files under odd names, one of them perhaps an archive again, perhaps damaged."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as packed:
        for name, data in samples:
            odd = rng.choice(("", "", "mappe/", "../", "/", "C:\\", "a/./", "\x01", "æøå ", ".", "x\n")) + name
            info = zipfile.ZipInfo(odd)
            info.external_attr = rng.choice((0o100644, 0o100644, 0o120777, 0o040755)) << 16
            packed.writestr(info, data)
    data = room.getvalue()
    for _ in range(rng.choice((0, 0, 1, 2, 5))):
        data = rng.choice((_flip, _number_bytes, _cut, _end))(data, rng)
    return data


def _in_zip(data: bytes, rng: Random) -> bytes:
    """Change one member of a zip file, or its name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [(info.filename, packed.read(info)) for info in packed.infolist()]
    except Exception:
        return _flip(data, rng)
    if not members:
        return data
    likely = [n for n, (name, _) in enumerate(members) if name.startswith("word/") or name.endswith(".rels")]
    at = rng.choice(likely or range(len(members)))
    name, content = members[at]
    if rng.random() < 0.05:
        members[at] = (name[::-1], content) if rng.random() < 0.5 else (rng.choice(members)[0] + "x", content)
    elif rng.random() < 0.03:
        del members[at]
    else:
        members[at] = (name, (_tree if rng.random() < 0.8 else rng.choice(CHANGES))(content, rng))
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return room.getvalue()


def _tree(data: bytes, rng: Random) -> bytes:
    """Drop, double, move, nest or rename elements of well-formed XML, or change their attributes and texts."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return rng.choice(CHANGES)(data, rng)
    for _ in range(rng.choice((1, 1, 2, 5, 30))):
        elements = [element for element in root.iter("*") if element is not root]
        if not elements:
            break
        one, two = rng.choice(elements), rng.choice(elements)
        what = rng.randrange(7)
        if what == 0 and (parent := one.getparent()) is not None:
            parent.remove(one)
        elif what == 1:
            for _ in range(rng.choice((1, 1, 3, 200)) if len(one) < 5 else 1):
                one.addnext(deepcopy(one))
        elif what == 2 and one is not two and one not in two.iterancestors():
            two.append(one)
        elif what == 3:
            one.tag = two.tag
        elif what == 4 and (names := list(one.attrib)):
            one.set(rng.choice(names), rng.choice([*NUMBERS, b"", b"x"]).decode())
        elif what == 5:
            one.text = rng.choice((None, " ", "\u2028", "\u00ad-", "Sak 1/24 Vedtak:", "x" * 5000))
        elif sum(1 for _ in one.iter()) * len(elements) < 1_000_000:
            two.append(deepcopy(one))
    return etree.tostring(root)


def _in_stream(data: bytes, rng: Random) -> bytes:
    """Change one packed stream of a PDF; its length and the table of places are wrong from then on."""
    places = list(STREAM.finditer(data))
    if not places:
        return _flip(data, rng)
    place = rng.choice(places)
    try:
        content = zlib.decompress(place[1])
    except zlib.error:
        return _flip(data, rng)
    packed = zlib.compress(rng.choice(CHANGES)(content, rng))
    return data[: place.start(1)] + packed + data[place.end(1) :]


def _flip(data: bytes, rng: Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 2, 8, 64))):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 4, 50, 1000, 20_000)) :]


def _end(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _number_bytes(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    size = rng.choice((2, 4))
    return data[:at] + rng.choice((0, 1, 255, 65535, 2**31, 2**32 - 1)).to_bytes(8, "little")[:size] + data[at + size :]


def _word(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(WORDS) * rng.choice((1, 1, 1, 3, 300)) + data[at:]


def _number(data: bytes, rng: Random) -> bytes:
    places = list(NUMBER.finditer(data, rng.randrange(len(data) + 1)))[:400]
    if not places:
        return _word(data, rng)
    place = rng.choice(places)
    return data[: place.start()] + rng.choice(NUMBERS) + data[place.end() :]


def _tokens(data: bytes, rng: Random) -> bytes:
    """Drop, double, repeat or swap words and tags that stand together."""
    at = rng.randrange(len(data) + 1)
    window = data[at : at + 4000]
    tokens = TOKEN.findall(window)
    if len(tokens) < 2:
        return data
    one, two = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    what = rng.randrange(4)
    if what == 0:
        tokens[one], tokens[two] = tokens[two], tokens[one]
    elif what == 1:
        del tokens[min(one, two) : min(one, two) + rng.choice((1, 1, 5, 40))]
    elif what == 2:
        tokens[one] = tokens[one] * rng.choice((2, 2, 10, 500))
    else:
        tokens[one] = tokens[two]
    return data[:at] + b"".join(tokens) + data[at + 4000 :]


def _lines(data: bytes, rng: Random) -> bytes:
    """Drop, double, move or run together lines."""
    lines = data.split(b"\n")
    one, count = rng.randrange(len(lines)), rng.choice((1, 1, 3, 20))
    taken = lines[one : one + count]
    what = rng.randrange(4)
    if what == 0:
        del lines[one : one + count]
    elif what == 1:
        lines[one:one] = taken * rng.choice((1, 1, 5, 100))
    elif what == 2:
        del lines[one : one + count]
        to = rng.randrange(len(lines) + 1)
        lines[to:to] = taken
    else:
        lines[one : one + count] = [rng.choice((b"", b" ")).join(taken)]
    return b"\n".join(lines)


def _repeat(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.choice((1, 10, 100, 1000))]
    return data[:start] + piece * min(rng.choice((2, 10, 1000)), 100_000 // max(len(piece), 1) + 2) + data[start:]


CHANGES: tuple[Change, ...] = (_flip, _cut, _end, _word, _word, _number, _number, _tokens, _tokens, _tokens, _lines,
                               _lines, _repeat)  # fmt: skip
