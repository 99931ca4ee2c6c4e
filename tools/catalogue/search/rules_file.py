"""The rules of a transducer, looked up in the file in which kfst keeps them.

kfst gives them as Python objects, which takes seconds and hundreds of MiB for the half million of
Voikko's; here they stay numbers, of which a word needs some dozens.
"""

from __future__ import annotations

import lzma
import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

_HEADER = struct.Struct("!4sHHII?")
_NOTHING = ("@0@", "@_EPSILON_SYMBOL_@")


class RulesFile:
    """The rules of a transducer by the state from which they lead; its first state is 0."""

    def __init__(self, data: bytes) -> None:
        """Takes a file of format 0 without weights: header, symbols, then rules and final states.

        A rule is two states, and the two symbols that are read and written, of 16 bits each.

        Raises:
            ValueError: It is another file, or damaged.
        """
        try:
            mark, version, symbols, rules, finals, weighted = _HEADER.unpack_from(data)
            if (mark, version, weighted) != (b"KFST", 0, False):
                raise ValueError(f"not a KFST 0 file without weights: {data[:17]!r}")
            *names, packed = data[_HEADER.size :].split(b"\0", symbols)
            numbers = array("I", lzma.decompress(packed))
        except (struct.error, lzma.LZMAError) as error:
            raise ValueError(f"damaged KFST file: {error}") from error
        if len(names) != symbols or len(numbers) != 3 * rules + finals:
            raise ValueError("KFST file of another length than its header says")
        if sys.byteorder == "little":
            numbers.byteswap()
        texts = (name.decode() for name in names)
        self._symbols = ["" if text in _NOTHING else text for text in texts]
        end = 3 * rules
        # In the order of the states from which they lead.
        self._states, self._targets, self._read_and_written = (
            numbers[column:end:3] for column in range(3)
        )
        self.final = frozenset(numbers[end:])
        """The states in which a word may end."""

    def leaving(self, state: int) -> Iterable[tuple[str, str, int]]:
        """What each rule that leads on from the state reads, writes, and where it leads.

        Rules that read the same come one after another, as in kfst's own tables.
        """
        found: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
        first = bisect_left(self._states, state)
        for place in range(first, bisect_right(self._states, state, first)):
            symbol, other = divmod(self._read_and_written[place], 1 << 16)
            read, written = self._symbols[symbol], self._symbols[other]
            found[read].append((read, written, self._targets[place]))
        return chain.from_iterable(found.values())
