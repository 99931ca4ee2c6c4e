"""The gate: what a file must be before anything else reads it."""

import os
import sys
import unicodedata
from functools import partial
from pathlib import Path

import pytest

from catalogue.problem import Finding
from catalogue.source import gate
from catalogue.source.gate import (
    MAX_BYTES,
    MAX_LINE,
    MAX_NAME,
    RESERVED_NAMES,
    RefusedError,
    check_name,
    decode,
    read_text,
    visible,
)
from catalogue.source.picture import picture_kind
from tests.costs import within

NOT_A_FILE = (Finding((), "not-a-file"),)


def refusal(path: Path) -> tuple[Finding, ...]:
    """The findings with which the file is refused."""
    with pytest.raises(RefusedError) as refused:
        read_text(path)
    return refused.value.findings


def refused_bytes(data: bytes) -> tuple[Finding, ...]:
    """The findings with which the bytes are refused."""
    with pytest.raises(RefusedError) as refused:
        decode(data)
    return refused.value.findings


def hidden(found: str, line: int) -> tuple[Finding, ...]:
    """The finding of a character that is not seen."""
    return (Finding((), "hidden-character", {"found": found}, line=line),)


# What kind of thing the file is


def test_link_to_a_sound_file_is_refused(tmp_path: Path) -> None:
    """A link could lead out of the repository."""
    (tmp_path / "real.md").write_text("text")
    (tmp_path / "link.md").symlink_to("real.md")
    assert refusal(tmp_path / "link.md") == NOT_A_FILE


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "nowhere", "link.md", "."])
def test_link_is_refused_wherever_it_leads(tmp_path: Path, target: str) -> None:
    """Also to a system file, a device, nothing, itself and a folder."""
    (tmp_path / "link.md").symlink_to(target)
    assert refusal(tmp_path / "link.md") == NOT_A_FILE


def test_link_is_refused_where_the_system_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has no flag for it; a file is read there as elsewhere."""
    monkeypatch.setattr(gate, "_NO_LINK", 0)
    monkeypatch.setattr(gate, "_AS_IT_IS", os.O_RDONLY)
    (tmp_path / "real.md").write_text("teksti")
    (tmp_path / "link.md").symlink_to("real.md")
    assert refusal(tmp_path / "link.md") == NOT_A_FILE
    assert read_text(tmp_path / "real.md") == "teksti"


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder whose name ends in .md is not a practice."""
    (tmp_path / "folder.md").mkdir()
    assert refusal(tmp_path / "folder.md") == NOT_A_FILE


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    """Opening a pipe for reading would otherwise wait for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    assert refusal(tmp_path / "pipe.md") == NOT_A_FILE


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_device_is_refused(device: str) -> None:
    """A device has no end, or nothing in it."""
    assert refusal(Path(device)) == NOT_A_FILE


def test_missing_file_raises_as_the_system_says(tmp_path: Path) -> None:
    """The gate leaves what the system does not let it read to its caller."""
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "none.md")


# Size


def test_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    """100 megabytes of nothing are refused by their size alone."""
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert within(0.1, lambda: refusal(path)) == (
        Finding((), "too-large", {"limit": "256", "found": "97656"}),
    )


def test_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed; one byte more is not."""
    text = ("a" * 63 + "\n") * (MAX_BYTES // 64)
    path = tmp_path / "largest.md"
    path.write_text(text)
    assert read_text(path) == text
    path.write_text(text + "a")
    assert refusal(path) == (Finding((), "too-large", {"limit": "256", "found": "256"}),)


def test_bytes_over_the_limit_are_refused_before_they_are_decoded() -> None:
    """Bytes that come from elsewhere than a file have the same limit."""
    findings = refused_bytes(b"\xff" * (MAX_BYTES + 1))
    assert findings == (Finding((), "too-large", {"limit": "256", "found": "256"}),)


def test_line_of_the_longest_length_is_read() -> None:
    """The limit counts characters, not bytes."""
    assert decode(("ä" * MAX_LINE).encode()) == "ä" * MAX_LINE


def test_longer_line_is_refused_with_its_number() -> None:
    """Only the first one is told."""
    data = ("a\n" + "b" * (MAX_LINE + 1) + "\n" + "c" * (MAX_LINE + 2)).encode()
    params = {"limit": "10000", "found": "10001"}
    assert refused_bytes(data) == (Finding((), "line-long", params, line=2),)


# Encoding and line ends


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"\xef\xbb\xbfa\r\nb", "a\nb"),
        ("Äiti, Öö ja å – ”näin” …".encode(), "Äiti, Öö ja å – ”näin” …"),
        (b"a\tb", "a\tb"),
        ("väli\u00a0lyönti".encode(), "väli\u00a0lyönti"),
        ("e\u0301".encode(), "e\u0301"),
        ("😀 中文 ελ".encode(), "😀 中文 ελ"),
    ],
)
def test_text_is_read_whatever_editor_wrote_it(tmp_path: Path, data: bytes, text: str) -> None:
    """UTF-8 with or without a byte order mark, with line ends of any system."""
    path = tmp_path / "file.md"
    path.write_bytes(data)
    assert read_text(path) == text


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("yksi\näiti".encode("latin-1"), 2),
        ("äiti".encode("cp1252"), 1),
        ("a".encode("utf-16"), 1),
        (b"a\nb\nc\xff", 3),
        (b"\xc0\xaf", 1),
        (b"\xed\xa0\x80", 1),
        (b"a\n\xf4\x90\x80\x80", 2),
        (b"a\r\nb\r\n\xc3", 3),
    ],
    ids=[
        "latin-1",
        "cp1252",
        "utf-16",
        "byte-ff",
        "overlong",
        "surrogate",
        "too-high",
        "cut-short",
    ],
)
def test_other_encoding_is_refused_with_the_line_of_the_first_bad_byte(
    data: bytes, line: int
) -> None:
    """A page must not show "Ã¤iti"."""
    assert refused_bytes(data) == (Finding((), "not-utf8", line=line),)


# Characters that are not seen


@pytest.mark.parametrize(
    ("char", "found"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x0c", "U+000C"),
        ("\r", "U+000D"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u00ad", "U+00AD (SOFT HYPHEN)"),
        ("\u034f", "U+034F (COMBINING GRAPHEME JOINER)"),
        ("\u061c", "U+061C (ARABIC LETTER MARK)"),
        ("\u115f", "U+115F (HANGUL CHOSEONG FILLER)"),
        ("\u180e", "U+180E (MONGOLIAN VOWEL SEPARATOR)"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\u200c", "U+200C (ZERO WIDTH NON-JOINER)"),
        ("\u200d", "U+200D (ZERO WIDTH JOINER)"),
        ("\u200e", "U+200E (LEFT-TO-RIGHT MARK)"),
        ("\u200f", "U+200F (RIGHT-TO-LEFT MARK)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\u2029", "U+2029 (PARAGRAPH SEPARATOR)"),
        ("\u202a", "U+202A (LEFT-TO-RIGHT EMBEDDING)"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2060", "U+2060 (WORD JOINER)"),
        ("\u2066", "U+2066 (LEFT-TO-RIGHT ISOLATE)"),
        ("\u2069", "U+2069 (POP DIRECTIONAL ISOLATE)"),
        ("\u3164", "U+3164 (HANGUL FILLER)"),
        ("\ue000", "U+E000"),
        ("\ufdd0", "U+FDD0"),
        ("\ufe0f", "U+FE0F (VARIATION SELECTOR-16)"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("\uffa0", "U+FFA0 (HALFWIDTH HANGUL FILLER)"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\U000e0001", "U+E0001 (LANGUAGE TAG)"),
        ("\U000e0041", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
        ("\U000e0100", "U+E0100 (VARIATION SELECTOR-17)"),
        ("\U000f0000", "U+F0000"),
        ("\U0010fffd", "U+10FFFD"),
    ],
)
def test_character_that_is_not_seen_is_refused_with_its_name_and_line(
    char: str, found: str
) -> None:
    """Readers, reviewers and programs must see the same text."""
    assert refused_bytes(f"yksi\nka{char}ksi\n".encode()) == hidden(found, 2)


def test_no_control_format_or_private_character_of_unicode_gets_through() -> None:
    """Whole categories are refused, but for the tab and the line feed."""
    let_through = []
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in {"Cc", "Cf", "Co"} and char not in "\t\n":
            try:
                decode(f"a{char}b".encode())
            except RefusedError:
                continue
            let_through.append(f"U+{code:04X}")
    assert let_through == []


def test_no_letter_number_or_sign_of_european_text_is_refused() -> None:
    """What people write in Finnish, Swedish, Sámi, Russian and other European languages passes."""
    seen = "".join(
        chr(code)
        for code in range(0x20, 0x530)
        if unicodedata.category(chr(code)) not in {"Cc", "Cf", "Cn"} and code != 0x34F
    )
    assert decode(seen.encode()) == seen


def test_byte_order_mark_is_accepted_only_at_the_start() -> None:
    """Further in it is a zero-width character like any other."""
    assert refused_bytes(b"a\n\xef\xbb\xbfb") == hidden("U+FEFF (ZERO WIDTH NO-BREAK SPACE)", 2)
    assert refused_bytes(b"\xef\xbb\xbf" * 2) == hidden("U+FEFF (ZERO WIDTH NO-BREAK SPACE)", 1)


def test_one_hidden_character_is_told_and_a_long_line_beside_it() -> None:
    """A file full of hidden characters gives one message, not thousands."""
    data = ("\x01" * 5 + "\n" + "\x02" * (MAX_LINE + 1)).encode()
    codes = [(f.code, f.line) for f in refused_bytes(data)]
    assert codes == [("hidden-character", 1), ("line-long", 2)]


# Names


@pytest.mark.parametrize(
    "name",
    ["a.md", "1.md", "imatran-hyvinvointineuvola.md", "a-1-b.md", "con-a.md", "a" * 80 + ".md"],
)
def test_slug_is_a_good_name(name: str) -> None:
    """Lower-case a–z, numbers and single hyphens within."""
    assert list(check_name(name)) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Imatra.md", "Imatra.md"),
        ("imatra.MD", "imatra.MD"),
        ("README.md", "README.md"),
        ("äiti.md", "äiti.md"),
        ("a\u0308iti.md", "a\u0308iti.md"),
        ("іmatra.md", "іmatra.md"),
        ("imatra١.md", "imatra١.md"),
        ("a b.md", "a b.md"),
        ("a_b.md", "a_b.md"),
        ("a--b.md", "a--b.md"),
        ("-a.md", "-a.md"),
        ("a-.md", "a-.md"),
        ("a.b.md", "a.b.md"),
        (".md", ".md"),
        (".a.md", ".a.md"),
        (".gitkeep", ".gitkeep"),
        ("a", "a"),
        ("a.txt", "a.txt"),
        ("a.yml", "a.yml"),
        ("a.md.", "a.md."),
        ("a.md ", "a.md "),
        (" a.md", " a.md"),
        ("../a.md", "../a.md"),
        ("a/b.md", "a/b.md"),
        ("a\\b.md", "a\\b.md"),
        ("a:b.md", "a:b.md"),
        ("~a.md", "~a.md"),
        ("$a.md", "$a.md"),
        ("a\n.md", "a .md"),
        ("a.md\n", "a.md "),
        ("a\x00.md", "aU+0000.md"),
        ("a\u202edm.md", "aU+202Edm.md"),
        ("a\udcff.md", "aU+DCFF.md"),
        ("", ""),
        ("A" * 300 + ".md", "A" * 59 + "…"),
    ],
)
def test_any_other_name_is_refused_and_shown_without_hidden_characters(
    name: str, found: str
) -> None:
    """Names that differ only in case or in how a letter is coded cannot arise."""
    assert list(check_name(name)) == [Finding((), "name-form", {"found": found})]


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._imatra.md", "Thumbs.db", "desktop.ini", "~$imatra.docx", "imatra.md~"),
        *(".imatra.md.swp", "imatra.swp", "#imatra.md#", ".#imatra.md", "imatra.md.bak"),
        *(".~lock.imatra.odt#", "imatra.md.orig", "imatra.tmp"),
    ],
)
def test_what_a_program_left_behind_is_told_as_such(name: str) -> None:
    """Nobody wrote it, so advice on how to name a practice would help nobody."""
    assert list(check_name(name)) == [Finding((), "name-leftover", {"found": name})]


@pytest.mark.parametrize("stem", sorted(RESERVED_NAMES))
def test_reserved_name_is_refused(stem: str) -> None:
    """Windows keeps some names for devices; others are pages of the site or values."""
    assert list(check_name(f"{stem}.md")) == [Finding((), "name-reserved", {"found": stem})]


def test_windows_devices_and_pages_of_the_site_are_reserved() -> None:
    """The list itself, so that none is lost from it."""
    ports = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
    others = {"con", "prn", "aux", "nul", "index", "readme", "unknown"}
    pages = {"sivu", "kortit", "uusi"}
    assert ports | others | pages == RESERVED_NAMES


def test_too_long_name_is_refused_with_its_length() -> None:
    """Some systems keep only so many characters of a path."""
    params = {"limit": str(MAX_NAME), "found": "81"}
    assert list(check_name("a" * 81 + ".md")) == [Finding((), "name-long", params)]


# Showing what was found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("äiti", "äiti"),
        ("a\nb", "a b"),
        ("a\u202eb", "aU+202Eb"),
        ("\x1b[31m", "U+001B[31m"),
        ("\udc80", "U+DC80"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
    ],
)
def test_found_text_is_shown_short_and_harmless(text: str, shown: str) -> None:
    """A message neither breaks its line nor colours a terminal."""
    assert visible(text) == shown


# Pictures


@pytest.mark.parametrize("name", ["a.png", "a.PNG", "a.md.svg", "kuva 1.jpeg", "a\n.gif", ".webp"])
def test_name_of_a_picture_is_refused_as_such(name: str) -> None:
    """With what to do instead; the name is shown without hidden characters."""
    (finding,) = check_name(name)
    assert finding == Finding((), "name-picture", {"found": visible(name)})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a---\ntitle: x", "GIF"),
        (b"RIFF\n\n\n\nWEBP", "WebP"),
        (b"BM\x36\x00", "BMP"),
        (b"<!-- <svg -->\n<?xml ?><SVG>", "SVG"),
        (b"\xef\xbb\xbf  <svg>", "SVG"),
        (b"\x00\x00\x00 ftypavif", "AVIF"),
    ],
)
def test_picture_is_told_by_its_content_whatever_its_name(data: bytes, kind: str) -> None:
    """Before it is decoded as text."""
    assert refused_bytes(data) == (Finding((), "picture", {"found": kind}),)


@pytest.mark.parametrize("text", ["BM on lyhenne", "<!-- huomautus -->", "<?xml ?>", "RIFF", "II*"])
def test_text_that_begins_like_a_picture_is_text(text: str) -> None:
    """It gets the report of a text."""
    assert decode(text.encode()) == text


def test_telling_a_picture_takes_no_time() -> None:
    """Whatever is repeated at its beginning."""
    for piece in (b"<!---->", b"<?xml?>", b"<", b" ", b"RIFF", b"\xef\xbb\xbf"):
        within(0.02, partial(picture_kind, piece * (MAX_BYTES // len(piece))))
