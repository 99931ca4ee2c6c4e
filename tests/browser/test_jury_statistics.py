"""The jury's statistics in the browser against values worked out in Python."""

import random
import shutil
import statistics
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.jury_model import average_ranks, kendall, pairwise
from tests.browser.served import serve

MODULES = Path(__file__).parents[2] / "overrides" / "assets" / "jury"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty page from which the modules can be loaded."""
    root = tmp_path_factory.mktemp("statistics")
    shutil.copytree(MODULES, root / "jury")
    (root / "index.html").write_text("<!doctype html><html lang=fi><title>x</title>")
    server, url = serve(root)
    page = browser.new_page()
    page.goto(url)
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def call(page: Page, name: str, value: Any) -> Any:
    """What the function `name` of the statistics returns for `value`."""
    script = "async ([n, v]) => (await import('/jury/statistics.js'))[n](v)"
    return page.evaluate(script, [name, value])


def test_mean_median_and_deviation_are_those_of_pythons_statistics(page: Page) -> None:
    """A hundred lists of scores, even and odd in length."""
    chance = random.Random(7)
    for _ in range(100):
        values = [chance.randint(0, 5) for _ in range(chance.randint(2, 9))]
        assert call(page, "mean", values) == pytest.approx(statistics.mean(values))
        assert call(page, "median", values) == statistics.median(values)
        assert call(page, "deviation", values) == pytest.approx(statistics.stdev(values))


def test_of_nothing_nothing_is_known(page: Page) -> None:
    """Null and not zero."""
    assert [call(page, name, []) for name in ("mean", "median", "deviation")] == [None] * 3
    assert call(page, "deviation", [3]) is None


def test_kendalls_w_is_pythons_with_many_ties_and_with_none(page: Page) -> None:
    """Two hundred juries of two to six jurors and two to twelve nominees."""
    chance = random.Random(11)
    for _ in range(200):
        nominees = chance.randint(2, 12)
        most = chance.choice([1, 5, 1000])
        rows = [
            [chance.randint(0, most) for _ in range(nominees)] for _ in range(chance.randint(2, 6))
        ]
        expected = kendall([[Fraction(value) for value in row] for row in rows])
        found = call(page, "kendallW", rows)
        assert found == (None if expected is None else pytest.approx(expected, abs=1e-12)), rows
        for row in rows:
            exact = average_ranks([Fraction(value) for value in row])
            assert call(page, "averageRanks", row) == [float(rank) for rank in exact]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Everybody alike; two exactly opposite; nobody tells anyone apart.
        ([[3, 2, 1], [3, 2, 1], [30, 20, 10]], 1),
        ([[3, 2, 1], [1, 2, 3]], 0),
        ([[2, 2], [2, 2]], None),
        ([[1, 2, 3]], None),
        ([[1], [2]], None),
        ([], None),
    ],
)
def test_the_ends_of_kendalls_w(page: Page, rows: list[list[int]], expected: float | None) -> None:
    """One, zero and unknown."""
    assert call(page, "kendallW", rows) == expected


def test_an_example_of_kendalls_w_worked_out_by_hand(page: Page) -> None:
    """Rank sums 4.5, 17, 11.5, 5, 13.5, 11.5; S = 119.5; two pairs of ties: 1434 / 1854."""
    ranks = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 2, 4, 3], [2.5, 6, 2.5, 1, 4.5, 4.5]]
    rows = [[-rank for rank in row] for row in ranks]
    assert call(page, "kendallW", rows) == pytest.approx(1434 / 1854)


def test_spearmans_correlation_of_three_orders_worked_out_by_hand(page: Page) -> None:
    """1 − 6 Σ d² / (n (n² − 1)) without ties: d² = 2 of 3, 8 of 3; with ties by Pearson."""
    found = call(page, "pairwise", [[3, 2, 1], [2, 3, 1]])
    assert found["mean"] == pytest.approx(1 - 6 * 2 / 24)
    assert call(page, "pairwise", [[3, 2, 1], [1, 2, 3]])["mean"] == pytest.approx(-1)
    # Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 × 5).
    tied = call(page, "pairwise", [[9, 5, 5, 1], [4, 3, 2, 1]])
    assert tied["mean"] == pytest.approx(4.5 / (4.5 * 5) ** 0.5)


def test_each_pair_of_jurors_is_compared_on_what_both_have_valued(page: Page) -> None:
    """Each juror leaves out another of five: no pair shares four, W has two; all agree but one."""
    a = [5, 4, 3, 2, None]
    b = [5, 4, 3, None, 1]
    c = [5, 4, None, 1, 2]
    found = call(page, "pairwise", [a, b, c])
    # a–b share three in one order; a–c three; b–c three.
    assert found["mean"] == pytest.approx(1)
    assert (found["pairs"], found["of"], found["least"], found["most"]) == (3, 3, 3, 3)
    opposite = call(page, "pairwise", [a, b, [1, 2, None, 4, 5]])
    assert opposite["mean"] == pytest.approx((1 - 1 - 1) / 3)
    assert opposite["w"] == pytest.approx((-1 / 3 * 2 + 1) / 3)


@pytest.mark.parametrize(
    ("rows", "mean", "pairs", "of"),
    [
        ([], None, 0, 0),
        ([[1, 2, 3]], None, 0, 0),
        # Nothing shared; one shared; nobody is told from another.
        ([[1, None], [None, 2]], None, 0, 1),
        ([[1, 2], [1, None]], None, 0, 1),
        ([[2, 2, 2], [1, 2, 3]], None, 0, 1),
        # Of three pairs one can be compared.
        ([[1, 2, None], [1, 2, None], [None, None, 3]], 1, 1, 3),
    ],
)
def test_the_ends_of_comparing_two_by_two(
    page: Page, rows: list[list[int | None]], mean: float | None, pairs: int, of: int
) -> None:
    """What cannot be compared is counted out and not taken for zero."""
    found = call(page, "pairwise", rows)
    assert (found["mean"], found["pairs"], found["of"]) == (mean, pairs, of)


def test_comparing_two_by_two_is_pythons_and_over_complete_rankings_says_what_w_says(
    page: Page,
) -> None:
    """A hundred juries with gaps, and a hundred without ties or gaps."""
    chance = random.Random(5)
    for _ in range(100):
        n, m = chance.randint(2, 9), chance.randint(2, 6)
        rows: list[list[int | None]] = [
            [chance.choice([None, 0, 1, 2, 3, 4, 5]) for _ in range(n)] for _ in range(m)
        ]
        exact = [[None if v is None else Fraction(v) for v in row] for row in rows]
        expected = pairwise(exact)
        found = call(page, "pairwise", rows)["mean"]
        assert found == (None if expected is None else pytest.approx(expected, abs=1e-9)), rows
        whole = [chance.sample(range(100), n) for _ in range(m)]
        w = call(page, "kendallW", whole)
        assert call(page, "pairwise", whole)["w"] == pytest.approx(w, abs=1e-9)


def test_equal_averages_share_a_rank_whatever_their_last_bits(page: Page) -> None:
    """0.1 + 0.2 and 0.3 are one place; an unscored one has none."""
    shared = call(page, "sharedRanks", [0.1 + 0.2, 0.3, None, 5, 0])
    assert [one["rank"] for one in shared] == [2, 2, None, 1, 4]
    assert [one["shared"] for one in shared] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ([], 2), ([3, 3.5, None], 2), ([3.4, 3.45], 2), ([3.444, 3.446], 2), ([3.451, 3.452], 3),
        ([1 / 3, 0.3333], 5), ([0.1 + 0.2, 0.3], 2), ([1, 1.00000001], 6),
    ],
)  # fmt: skip
def test_numbers_that_differ_look_different(
    page: Page, values: list[float | None], decimals: int
) -> None:
    """As few decimals as it takes, and never fewer than two."""
    assert call(page, "decimalsApart", values) == decimals


@pytest.mark.parametrize(
    ("w", "word"),
    [
        (0, "very-weak"), (0.19, "very-weak"), (0.2, "weak"), (0.4, "moderate"),
        (0.6, "strong"), (0.8, "very-strong"), (1, "very-strong"),
    ],
)  # fmt: skip
def test_agreement_is_said_in_five_words(page: Page, w: float, word: str) -> None:
    """The bounds lie halfway between Schmidt's points."""
    assert call(page, "agreementWord", w) == word
