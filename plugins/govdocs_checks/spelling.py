"""How near two words are."""

from __future__ import annotations

__all__ = ["letters", "one_letter_apart"]


def letters(text: str) -> str:
    """Return a text's letters and digits alone, in small letters."""
    return text.casefold() if text.isalnum() else "".join(filter(str.isalnum, text)).casefold()


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter more, fewer or different, or two that changed places, make one word the other."""
    a, b = sorted((one, other), key=len)
    if len(b) - len(a) > 1 or a == b:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
