"""Whether bytes are a picture, a document or a program rather than text, whatever their name.

Told by the first bytes that each format begins with; no parser of pictures is ever started.
"""

import re

# What files begin with: https://en.wikipedia.org/wiki/List_of_file_signatures
_SIGNATURES = (
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("JPEG", b"\xff\xd8\xff"),
    ("GIF", b"GIF87a"),
    ("GIF", b"GIF89a"),
    ("BMP", b"BM"),
    ("TIFF", b"II*\x00"),
    ("TIFF", b"MM\x00*"),
    ("ICO", b"\x00\x00\x01\x00"),
    ("JPEG XL", b"\xff\x0a"),
    ("JPEG XL", b"\x00\x00\x00\x0cJXL "),
    ("PSD", b"8BPS"),
    ("PDF", b"%PDF-"),
    ("ZIP", b"PK\x03\x04"),
    ("GZIP", b"\x1f\x8b"),
    ("DOC", b"\xd0\xcf\x11\xe0"),
    ("ELF", b"\x7fELF"),
)
_RIFF = re.compile(rb"RIFF....WEBP", re.DOTALL)
_BOXED = re.compile(rb"....ftyp(avif|avis|heic|heix|mif1|msf1)", re.DOTALL)
_MARKUP = (b"<svg", b"<?xml", b"<!--", b"<!doctype")
_HEAD = 1024
PICTURE_ENDINGS = frozenset(
    [
        *("avif", "bmp", "gif", "heic", "ico", "jfif", "jpeg", "jpg", "jxl", "pdf", "png", "psd"),
        *("svg", "svgz", "tif", "tiff", "webp"),
    ]
)


def picture_kind(data: bytes) -> str | None:
    """Return the format that `data` begins as, or None for what may be text."""
    # What every practice begins with is the beginning of none of them.
    if data.startswith(b"---\n") and data[4:8] != b"ftyp":
        return None
    for name, signature in _SIGNATURES:
        # Two letters may begin a text; what follows them in a bitmap may not stand in one.
        if data.startswith(signature) and (name != "BMP" or b"\x00" in data[:_HEAD]):
            return name
    head = data[:_HEAD]
    if _RIFF.match(head):
        return "WebP"
    if found := _BOXED.match(head):
        return found[1].decode().upper()
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "SVG" if text.startswith(_MARKUP) and b"<svg" in text else None
