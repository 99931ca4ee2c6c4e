"""Hostile and careless files: what somebody might put into the folder of practices.

`FRONT_MATTER` holds the text between the fences, `FILES` writes an entry of the folder. Each must
be refused with a report of its own.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

FRONT_MATTER: Mapping[str, str] = {
    "alias-bomb": BOMB,
    "alias": "title: &t Nimi\nsummary: *t",
    "alias-unknown": "title: *t",
    "alias-of-itself": "outcomes: &o [*o]",
    "anchor": "title: &t Nimi",
    "merge-key": "<<: {title: Nimi}\ntitle: Nimi",
    "merge-bomb": "a: &a {b: c}\n" + "d: {<<: *a}\n" * 1000,
    "tag-python-apply": "title: !!python/object/apply:os.system ['true']",
    "tag-python-name": "title: !!python/name:os.system",
    "tag-python-module": "title: !!python/module:os",
    "tag-python-new": "title: !!python/object/new:type {}",
    "tag-binary": "title: !!binary aGVp",
    "tag-set": "keywords: !!set {a, b}",
    "tag-timestamp": "started: !!timestamp 2016-05-18",
    "tag-int": "title: !!int 1",
    "tag-own": "title: !omat Nimi",
    "tag-uri": "title: !<tag:esimerkki.fi,2026:x> Nimi",
    "tag-directive": "%TAG ! tag:esimerkki.fi,2026:\n---\ntitle: !x Nimi",
    "yaml-directive": "%YAML 9.9\n---\ntitle: Nimi",
    "two-documents": "title: Nimi\n...\n--- \ntitle: Toinen",
    "key-twice": "title: Nimi\ntitle: Toinen",
    "key-twice-quoted": "title: Nimi\n'title': Toinen",
    "key-twice-below": "status: {value: idea, value: pilot}",
    "key-is-a-list": "? [a, b]\n: c",
    "key-is-a-mapping": "? {a: b}\n: c",
    "key-prototype": "__proto__: {title: Nimi}",
    "key-constructor": "constructor: {prototype: {}}",
    "key-empty": "'': Nimi",
    "key-misspelt": "titel: Nimi",
    "key-finnish": "nimi: Perhetupa",
    "quote-open": 'title: "Nimi',
    "bracket-open": "themes: [early-support",
    "brace-open": "status: {value: idea",
    "bracket-wrong": "themes: [early-support}",
    "tab-indent": "status:\n\tvalue: idea",
    "colon-in-text": "title: Nimi: toinen nimi",
    "at-sign": "title: @nimi",
    "backtick": "title: `nimi`",
    "percent": "title: %nimi",
    "list-only": "- title: Nimi",
    "text-only": "vain tekstiä",
    "number-only": "42",
    "deep-brackets": "title: " + "[" * 50_000,
    "deep-braces": "title: " + "{a: " * 20_000,
    "deep-dashes": "title:\n  " + "- " * 4_000 + "a",
    "deep-blocks": "".join(" " * n + "a:\n" for n in range(300)),
    "many-keys": "".join(f"a{n}: b\n" for n in range(12_000)),
    "escape-nul": 'title: "a\\0b"',
    "escape-bidi": 'title: "a\\u202eb"',
    "escape-zero-width": 'title: "a\\u200bb"',
    "escape-surrogate": 'title: "a\\ud800b"',
    "escape-bell": 'title: "a\\ab"',
    "escape-next-line": 'title: "a\\Nb"',
    "text-too-long": f"title: {'a' * 9_000}",
    "boolean-no": "language: no",
    "octal": "places: [0o24]",
    "code-of-two-digits": "places: [20]",
    "sexagesimal": "age: {min: 1:30, max: 17}",
    "not-a-number": "age: {min: .nan, max: .inf}",
    "number-of-billions": "age: {min: 0, max: 1e999}",
    "null": "title: ~",
    "mapping-for-text": "title: {fi: Nimi}",
    "list-for-text": "title: [Nimi]",
    "text-for-mapping": "status: idea",
    "text-for-list": "themes: early-support",
    "link-javascript": "sources: [{id: a, title: A, url: 'javascript:alert(1)'}]",
    "link-data": "sources: [{id: a, title: A, url: 'data:text/html,<script>alert(1)</script>'}]",
    "link-file": "sources: [{id: a, title: A, url: 'file:///etc/passwd'}]",
    "link-user": "sources: [{id: a, title: A, url: 'https://oikea.fi@paha.example/'}]",
    "mail-with-headers": 'contacts: [{role: a, email: "a@b.fi\\r\\nBcc: c@d.fi"}]',
    "mail-with-markup": "contacts: [{role: a, email: '\"><script>alert(1)</script>@b.fi'}]",
    "path-as-id": "former_ids: ['../../etc/passwd']",
    "place-of-another-record": "provider: '../../registry/places'",
    "derived-value-typed": "outcomes: [{id: a, evidence_level: 5}]",
}


def _text(name: str, text: str) -> Callable[[Path, str], None]:
    return lambda folder, sound: _write(folder / name, (text or sound).encode())


def _bytes(name: str, make: Callable[[bytes], bytes]) -> Callable[[Path, str], None]:
    return lambda folder, sound: _write(folder / name, make(sound.encode()))


def _link(name: str, target: str) -> Callable[[Path, str], None]:
    return lambda folder, sound: (folder / name).symlink_to(target)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _folder(folder: Path, sound: str) -> None:
    (folder / "kansio.md").mkdir()
    _write(folder / "kansio.md" / "sisalla.md", sound.encode())


def _plain_folder(folder: Path, sound: str) -> None:
    (folder / "kansio").mkdir()
    _write(folder / "kansio" / "sisalla.md", sound.encode())


def _pipe(folder: Path, sound: str) -> None:
    os.mkfifo(folder / "putki.md")


def _sparse(folder: Path, sound: str) -> None:
    with (folder / "valtava.md").open("wb") as file:
        file.truncate(100 * 1024 * 1024)


_NAMES = (
    *("Iso.md", "v\u00e4li ly\u00f6nti.md", "\u00e4.md", "a\u0308.md", ".md", "..md", "-a.md"),
    *("a-.md", "a--b.md", "a_b.md", "a.b.md", "a.MD", "b.md.md", "a.markdown", "a.txt", "a.html"),
    *("a.js", "a.mjs", "a.css", "a.yml", "a.json", "a.php", "a.md~", "a.md.swp", ".htaccess"),
    *("_headers", "index.md", "readme.md", "con.md", "nul.md", "com1.md", "unknown.md", "uusi.md"),
    *("a\u202egnp.md", "a\u200bb.md", "a\n::error::b.md", "<img src=x onerror=alert(1)>.md"),
    *("=1+1.md", "%2e%2e.md", "a" * 81 + ".md", " a.md", "a .md", "\uff41.md", "\u0430bc.md"),
    *(
        "$(reboot).md",
        "`reboot`.md",
        "a;b.md",
        "a'b.md",
        "{{ 7*7 }}.md",
        "~a.md",
        "#a.md",
        "C:a.md",
    ),
)
_PICTURES = ("a.png", "a.JPG", "a.jpeg", "a.gif", "a.webp", "a.avif", "a.svg", "a.svgz", "a.pdf")

FILES: Mapping[str, Callable[[Path, str], None]] = {
    **{f"name-{name}": _text(name, "") for name in _NAMES},
    **{f"picture-name-{name}": _bytes(name, lambda sound: PNG) for name in _PICTURES},
    "png-as-text": _bytes("png.md", lambda sound: PNG),
    "jpeg-as-text": _bytes("jpeg.md", lambda sound: JPEG),
    "gif-as-text": _bytes("gif.md", lambda sound: b"GIF87a\x01\x00\x01\x00"),
    "gif-that-is-text-too": _bytes("gif-teksti.md", lambda sound: b"GIF89a/*\n" + sound),
    "webp-as-text": _bytes("webp.md", lambda sound: b"RIFF\x1a\x00\x00\x00WEBPVP8L"),
    "avif-as-text": _bytes("avif.md", lambda sound: b"\x00\x00\x00\x1cftypavif\x00\x00"),
    "heic-as-text": _bytes("heic.md", lambda sound: b"\x00\x00\x00\x18ftypheic\x00\x00"),
    "bmp-as-text": _bytes("bmp.md", lambda sound: b"BM\x46\x00\x00\x00\x00\x00"),
    "tiff-as-text": _bytes("tiff.md", lambda sound: b"II*\x00\x08\x00"),
    "ico-as-text": _bytes("ico.md", lambda sound: b"\x00\x00\x01\x00\x01\x00"),
    "svg-as-text": _text("svg.md", SVG),
    "svg-with-declaration": _text("svg-xml.md", f'<?xml version="1.0"?>\n<!-- x -->\n{SVG}'),
    "svg-after-a-byte-order-mark": _text("svg-bom.md", f"\ufeff\n {SVG.upper()}"),
    "svg-in-the-body": _bytes("svg-teksti.md", lambda sound: sound + f"\n{SVG}\n".encode()),
    "png-after-the-text": _bytes("png-perassa.md", lambda sound: sound + PNG),
    "jpeg-after-the-text": _bytes("jpeg-perassa.md", lambda sound: sound + JPEG),
    "pdf-as-text": _bytes("pdf.md", lambda sound: b"%PDF-1.7\n" + sound),
    "zip-as-text": _bytes("zip.md", lambda sound: b"PK\x03\x04" + sound),
    "gzip-as-text": _bytes("gzip.md", lambda sound: b"\x1f\x8b\x08" + sound),
    "program-as-text": _bytes("elf.md", lambda sound: b"\x7fELF" + sound),
    "picture-in-the-body": _bytes("kuva.md", lambda sound: sound + b"\n![a](https://a.fi/b.png)\n"),
    "picture-by-reference": _bytes("kuva-viite.md", lambda s: s + b"\n![a][b]\n\n[b]: b.png\n"),
    "picture-in-a-link": _bytes("kuva-linkki.md", lambda s: s + b"\n[![a](b.png)](https://a.fi)\n"),
    "picture-in-data": _bytes(
        "kuva-data.md", lambda s: s + b"\n![a](data:image/png;base64,iVBORw0KGgo=)\n"
    ),
    "picture-in-data-svg": _bytes(
        "kuva-data-svg.md", lambda s: s + b"\n![a](data:image/svg+xml;base64,PHN2Zz4=)\n"
    ),
    "picture-as-html": _bytes("kuva-html.md", lambda s: s + b"\n<img src=a.png alt=a>\n"),
    "link-to-data": _bytes("linkki-data.md", lambda s: s + b"\n[a](data:image/svg+xml,<svg>)\n"),
    "link-to-a-good-file": _link("linkki.md", "kohtaamispaikka.md"),
    "link-to-the-passwords": _link("salasanat.md", "/etc/passwd"),
    "link-to-a-device": _link("laite.md", "/dev/zero"),
    "link-to-nothing": _link("rikki.md", "ei-ole.md"),
    "link-to-itself": _link("kierre.md", "kierre.md"),
    "link-to-the-parent": _link("yla.md", ".."),
    "folder": _folder,
    "folder-without-ending": _plain_folder,
    "pipe": _pipe,
    "huge": _sparse,
    "too-large": _bytes("iso.md", lambda sound: sound + b"a\n" * 200_000),
    "long-line": _bytes("pitka.md", lambda sound: sound + b"a" * 20_000),
    "empty": _bytes("tyhja.md", lambda sound: b""),
    "white-space": _bytes("valeja.md", lambda sound: b" \n\n\t\n"),
    "fence-only": _bytes("viivat.md", lambda sound: b"---\n"),
    "body-only": _bytes("runko.md", lambda sound: sound.split(b"---\n", 2)[2]),
    "front-matter-only": _bytes("alku.md", lambda sound: sound.rsplit(b"---\n", 1)[0] + b"---\n"),
    "latin-1": _bytes("latin.md", lambda sound: sound.decode().encode("latin-1", "replace")),
    "utf-16": _bytes("utf16.md", lambda sound: sound.decode().encode("utf-16")),
    "utf-16-without-mark": _bytes("utf16-le.md", lambda sound: sound.decode().encode("utf-16-le")),
    "utf-32": _bytes("utf32.md", lambda sound: sound.decode().encode("utf-32")),
    "overlong": _bytes("ylipitka.md", lambda sound: sound + b"\xc0\xaf\xc0\xae"),
    "surrogate": _bytes("sijainen.md", lambda sound: sound + b"\xed\xa0\x80"),
    "nul": _bytes("nolla.md", lambda sound: sound + b"a\x00b\n"),
    "escape-sequence": _bytes("pako.md", lambda sound: sound + b"\x1b]0;otsikko\x07\n"),
    "old-mac-lines": _bytes("mac.md", lambda sound: sound.replace(b"\n", b"\r")),
    "bidirectional": _bytes("suunta.md", lambda sound: sound + "a\u202eb\n".encode()),
    "zero-width": _bytes("leveys.md", lambda sound: sound + "a\u200bb\n".encode()),
    "tag-characters": _bytes("tunnisteet.md", lambda sound: sound + "a\U000e0041b\n".encode()),
    "second-byte-order-mark": _bytes("bom.md", lambda sound: b"\xef\xbb\xbf" * 2 + sound),
    "open-front-matter": _bytes("auki.md", lambda sound: sound.replace(b"\n---\n", b"\n", 1)),
}
