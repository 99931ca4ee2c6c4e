"""PNG files put together of bands, so that what many pictures share is packed once.

https://www.w3.org/TR/png-3/; a band is a piece of the one zlib stream that holds the picture
(RFC 1950 and 1951), closed by a full flush, so that it depends on nothing before it.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Deflate with the largest window, at the level of least work.
_STREAM = b"\x78\x01"
_BITS, _PALETTE = 4, 3


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a picture, as PNG has them before and after packing."""

    rows: bytes
    packed: bytes


def band(image: Image.Image, *, last: bool = False) -> Band:
    """Return the rows of `image`, of mode P with at most 16 colours; `last` ends the picture."""
    # Two pixels of colour 0 at the left of a row make the byte that says it is not filtered.
    width, height = image.size
    rows = image.crop((-2, 0, width, height)).tobytes("raw", f"P;{_BITS}")
    # Even surfaces: run lengths pack them as small as searching does, in half the time.
    packer = zlib.compressobj(strategy=zlib.Z_RLE, wbits=-zlib.MAX_WBITS, memLevel=9)
    end = zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH
    return Band(rows, packer.compress(rows) + packer.flush(end))


def png(size: tuple[int, int], palette: bytes, bands: Sequence[Band]) -> bytes:
    """Return the picture of `bands`, from above; the `palette` has three bytes for each colour."""
    check = 1
    for piece in bands:
        check = zlib.adler32(piece.rows, check)
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


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
