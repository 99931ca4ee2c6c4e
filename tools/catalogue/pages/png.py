"""PNG files put together of bands, so that what many pictures share is packed once.

https://www.w3.org/TR/png-3/; a band is a piece of the one zlib stream that holds the picture
(RFC 1950 and 1951), closed by a full flush, so that it depends on nothing before it.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Deflate with the largest window, at the level of least work.
_STREAM = b"\x78\x01"
_BITS, _PALETTE = 4, 3
# What the sums of an Adler-32 are reckoned modulo.
_ADLER = 65_521


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a picture.

    Attributes:
        packed: The rows as they stand in the stream.
        size: How many bytes they are when unpacked.
        check: Their Adler-32.
    """

    packed: bytes
    size: int
    check: int


def band(image: Image.Image, *, last: bool = False) -> Band:
    """Return the rows of `image`, of mode P with at most 16 colours; `last` ends the picture."""
    # Two pixels of colour 0 at the left of a row make the byte that says it is not filtered.
    width, height = image.size
    rows = image.crop((-2, 0, width, height)).tobytes("raw", f"P;{_BITS}")
    # Even surfaces: run lengths pack them as small as searching does, in half the time.
    packer = zlib.compressobj(strategy=zlib.Z_RLE, wbits=-zlib.MAX_WBITS, memLevel=9)
    end = zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH
    return Band(packer.compress(rows) + packer.flush(end), len(rows), zlib.adler32(rows))


def png(size: tuple[int, int], palette: bytes, bands: Sequence[Band]) -> bytes:
    """Return the picture of `bands`, from above; the `palette` has three bytes for each colour."""
    check = reduce(_joined, bands, 1)
    stream = b"".join([_STREAM, *(piece.packed for piece in bands), struct.pack(">I", check)])
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, _BITS, _PALETTE, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", stream),
            _chunk(b"IEND", b""),
        )
    )


def _joined(check: int, after: Band) -> int:
    """The Adler-32 of what has `check` and, after it, of a band (RFC 1950, section 8.2).

    Of its two sums the first adds the bytes to 1, and the second adds up the first after each byte.
    """
    first, second = check & 0xFFFF, check >> 16
    more, most = after.check & 0xFFFF, after.check >> 16
    second = (second + most + (first - 1) * after.size) % _ADLER
    return second << 16 | (first + more - 1) % _ADLER


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
