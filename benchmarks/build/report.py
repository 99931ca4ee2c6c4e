"""The measurements of building as a section of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.build.checking import Checking
from benchmarks.build.growth import Spread, exponent, ratio, sizes_for_growth
from benchmarks.build.ours import OURS, TWO
from benchmarks.build.peers import ALL_FIELDS, HUGO, WHOLE
from benchmarks.build.rounds import CHANGE, COLD, WARM, Results
from benchmarks.search.report import table

APART = "ours, without index and pictures"
_NONE = "–"
_SAME_FILES = f"cold CPU without index and pictures, beside “{WHOLE}”"
_SAME_FIELDS = f"cold CPU without index and pictures, beside “{ALL_FIELDS}”"
# Why Hugo is ahead where it is: what the measurements cannot tell by themselves.
REASONS: Mapping[str, str] = {
    "cold CPU": "Hugo makes no search index and no pictures, and see the next line",
    "cold CPU without index and pictures": "Hugo is compiled and fills a template with four "
    "values; ours reads and checks some sixty fields of each practice, derives evidence and "
    "comparisons, and writes a page with tables, charts, structured data and citations",
    _SAME_FILES: "both read all of the front matter, but Hugo does not check it and shows four "
    "values of it",
    _SAME_FIELDS: "both show the same fields, but "
    "ours also checks them, derives from them, draws charts and writes every format of open data",
    "cold CPU for each MB written": "starting up, and reading words for the index, weigh more in a "
    "small site",
    "warm CPU": "what Hugo builds again is smaller (see cold)",
    "CPU after a change": "what Hugo builds again is smaller (see cold)",
    "cold wall time": "as in CPU; Hugo may use every core, ours was given one process",
    "peak memory": "Python's objects, and the search index, are held until they are written",
    "bytes per page": "Hugo's simple page has the text and a table of outcomes; ours has all "
    "fields, and the site also a search index, preview pictures, feeds and open data",
}


def of_size(results: Results, names: Sequence[str], size: int, apart: Mapping[str, float]) -> str:
    """Return the table of one size; `apart` are the seconds that the others have no part for."""
    rows = []
    hugo = results.spread(HUGO, size, COLD, "cpu")
    for name in names:
        cold = results.spread(name, size, COLD, "cpu")
        if cold is None:
            continue
        left = results.outputs[name, size]
        rows.append(
            [
                name,
                cold.text(),
                _times(cold, hugo),
                _shown(results.spread(name, size, COLD, "wall")),
                _shown(results.spread(name, size, WARM, "cpu")),
                _shown(results.spread(name, size, CHANGE, "cpu")),
                _shown(results.spread(name, size, COLD, "peak"), 0),
                f"{left.size / 1e6:,.1f}",
                f"{left.pages:,}",
                f"{left.size / max(left.pages, 1):,.0f}",
            ]
        )
        if name == OURS and apart:
            less = without(cold, apart)
            rows.append([APART, less.text(), _times(less, hugo), *[_NONE] * 7])
    heads = [
        f"{size:,} practices",
        "cold, CPU s",
        "of Hugo's",
        "cold, wall s",
        "warm, CPU s",
        "one change, CPU s",
        "peak, MiB",
        "output, MB",
        "pages",
        "bytes per page",
    ]
    return table(heads, rows)


def without(cold: Spread, apart: Mapping[str, float]) -> Spread:
    """Return the CPU of cold builds less that of the index, words not analysed, and pictures."""
    less = apart["index_cold"] + apart["pictures"]
    return Spread(tuple(max(value - less, 0.0) for value in cold.values))


_PARTS = {
    "index_cold": "index, no word analysed before",
    "index_warm": "index, all words known",
    "pictures": "pictures",
    "living_first": "`serve`: first time",
    "living_change": "`serve`: after one change",
}


def of_parts(apart: Mapping[int, Mapping[str, float]]) -> str:
    """Return the seconds of the search index and the pictures by size."""
    rows = [
        [
            f"{size:,}",
            *(f"{took[part]:.1f}" for part in _PARTS),
            f"{took['living_change'] / took['living_first']:.1%}",
        ]
        for size, took in apart.items()
    ]
    return table(["practices", *_PARTS.values(), "of the first"], rows)


def of_growth(
    results: Results,
    names: Sequence[str],
    sizes: Sequence[int],
    apart: Mapping[int, Mapping[str, float]],
) -> str:
    """Return how the CPU and the memory of cold builds grow with the size; nothing for one size."""
    ends = sizes_for_growth(sizes)
    if ends is None:
        return ""
    small, large = ends
    rows = []
    for name in names:
        low, high = (results.spread(name, size, COLD, "cpu") for size in ends)
        if not low or not high:
            continue
        peaks = [results.spread(name, size, COLD, "peak") for size in ends]
        memory = (
            f"{(peaks[1].middle - peaks[0].middle) * 1024 / (large - small):,.0f}"
            if peaks[0] and peaks[1]
            else _NONE
        )
        rows.append([name, _exponent(small, low, large, high), memory])
        if name == OURS and small in apart and large in apart:
            less = without(low, apart[small]), without(high, apart[large])
            rows.append([APART, _exponent(small, less[0], large, less[1]), _NONE])
    heads = ["cold", f"growth exponent of CPU, {small:,} to {large:,}", "KiB of memory a practice"]
    return table(heads, rows)


def of_checks(checks: Sequence[Checking]) -> str:
    """Return what checking takes beside the bare parse."""
    rows = [
        [
            f"{each.size:,}",
            f"{each.bad:,}",
            f"{each.problems:,}",
            each.check.text(),
            each.parse.text(),
            each.times.text(2),
            each.first.text(2),
            each.peak.text(0),
        ]
        for each in checks
    ]
    heads = [
        "practices",
        "of them bad",
        "problems told",
        "check, CPU s",
        "bare parse, CPU s",
        "ratio",
        "first message, wall s",
        "peak, MiB",
    ]
    return table(heads, rows)


def ahead(results: Results, size: int, apart: Mapping[str, float]) -> str:
    """Return where Hugo is ahead of ours at `size`, by how much and why, and where it is not."""
    cold = results.spread(OURS, size, COLD, "cpu")
    less = without(cold, apart).middle if cold and apart else 0.0
    files, fields = (results.spread(name, size, COLD, "cpu") for name in (WHOLE, ALL_FIELDS))
    compared = [
        ("cold CPU", *_both(results, size, COLD, "cpu")),
        ("cold CPU without index and pictures", less, _both(results, size, COLD, "cpu")[1]),
        (_SAME_FILES, less, files.middle if files else 0.0),
        (_SAME_FIELDS, less, fields.middle if fields else 0.0),
        ("cold CPU for each MB written", _each(results, OURS, size), _each(results, HUGO, size)),
        ("warm CPU", *_both(results, size, WARM, "cpu")),
        ("CPU after a change", *_both(results, size, CHANGE, "cpu")),
        ("cold wall time", *_both(results, size, COLD, "wall")),
        ("peak memory", *_both(results, size, COLD, "peak")),
        ("bytes per page", _page(results, OURS, size), _page(results, HUGO, size)),
    ]
    known = [(name, ours / hugo) for name, ours, hugo in compared if ours and hugo]
    behind = [
        f"- {name}: Hugo is ahead, ours takes {times:.1f} times as much: {REASONS[name]}."
        for name, times in known
        if times > 1
    ]
    before = [f"- {name}: ours takes {times:.2f} of Hugo's." for name, times in known if times <= 1]
    return "\n".join([f"At {size:,}:", "", *behind, *before]) if known else ""


def jobs(results: Results, sizes: Sequence[int], at_once: Spread) -> str:
    """Return how much faster two processes are, in wall time; nothing where that is not known.

    `at_once` is how many times the work of one process two did that only count.
    """
    said = []
    for size in sizes:
        one, two = (results.spread(name, size, COLD, "wall") for name in (OURS, TWO))
        if one and two:
            said.append(f"{ratio(one, two).text(2)} at {size:,}")
    if not said:
        return ""
    most = f"two processes that only count did {at_once.text(2)} times the work of one"
    return (
        f"Two processes are faster than one, in wall time: {', '.join(said)} times. More than the "
        f"machine gives is not to be had: before each size, {most} in the same time."
    )


def _both(results: Results, size: int, step: str, what: str) -> tuple[float, float]:
    found = [results.spread(name, size, step, what) for name in (OURS, HUGO)]
    return (found[0].middle if found[0] else 0.0, found[1].middle if found[1] else 0.0)


def _page(results: Results, name: str, size: int) -> float:
    left = results.outputs.get((name, size))
    return left.size / max(left.pages, 1) if left else 0.0


def _each(results: Results, name: str, size: int) -> float:
    """Seconds of CPU for each MB written, cold; 0 where that is not known."""
    cold, left = results.spread(name, size, COLD, "cpu"), results.outputs.get((name, size))
    return cold.middle / (left.size / 1e6) if cold and left and left.size else 0.0


def _exponent(small: int, took: Spread, large: int, longer: Spread) -> str:
    if not took.middle or not longer.middle:
        return _NONE
    return f"{exponent(small, took.middle, large, longer.middle):.2f}"


def _times(of: Spread, to: Spread | None) -> str:
    return f"{ratio(of, to).text(2)} ×" if to else _NONE


def _shown(spread: Spread | None, digits: int = 1) -> str:
    return spread.text(digits) if spread else _NONE
