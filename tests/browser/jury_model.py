"""What a jury's numbers should be, worked out in Python without a look at the page's scripts."""

import itertools
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

Scores = Mapping[str, Mapping[str, int]]


def weighted(scores: Mapping[str, int], weights: Mapping[str, int]) -> Fraction:
    """The weighted average of one nominee's scores."""
    total = sum(weights.values())
    return Fraction(sum(weights[name] * score for name, score in scores.items()), total)


def average_ranks(values: Sequence[Fraction]) -> list[Fraction]:
    """Rank 1 for the greatest; equal values share the mean of their ranks."""
    ordered = sorted(values, reverse=True)
    return [Fraction(2 * ordered.index(value) + ordered.count(value) + 1, 2) for value in values]


def kendall(rows: Sequence[Sequence[Fraction]]) -> float | None:
    """Kendall's W with the correction for ties, in exact fractions; None where it is undefined."""
    m, n = len(rows), len(rows[0])
    ranks = [average_ranks(row) for row in rows]
    sums = [sum(column, Fraction()) for column in zip(*ranks, strict=True)]
    mean = sum(sums, Fraction()) / n
    s = sum(((value - mean) ** 2 for value in sums), Fraction())
    ties = sum(t**3 - t for row in rows for t in Counter(row).values())
    whole = m * m * (n**3 - n) - m * ties
    return float(12 * s / whole) if whole else None


def spearman(one: Sequence[Fraction], other: Sequence[Fraction]) -> float | None:
    """Spearman's correlation of two rows, with ties; None where it is undefined."""
    x, y = average_ranks(one), average_ranks(other)
    if len(x) < 2 or len(set(x)) == 1 or len(set(y)) == 1:
        return None
    return statistics.correlation([float(rank) for rank in x], [float(rank) for rank in y])


def pairwise(rows: Sequence[Sequence[Fraction | None]]) -> float | None:
    """The mean of the correlations of all pairs, each over what both have valued."""
    found = []
    for one, other in itertools.combinations(rows, 2):
        both = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
        found.append(spearman([a for a, _ in both], [b for _, b in both]))
    known = [rho for rho in found if rho is not None]
    return statistics.fmean(known) if known else None


def ranks_shown(values: Mapping[str, Fraction | float]) -> dict[str, str]:
    """The rank of each as the page words it: equal ones share, and the next is skipped."""
    rounded = {name: round(float(value), 9) for name, value in values.items()}
    shown = {}
    for name, value in rounded.items():
        rank = 1 + sum(other > value for other in rounded.values())
        shared = sum(other == value for other in rounded.values()) > 1
        shown[name] = f"{rank}. (jaettu)" if shared else f"{rank}."
    return shown


def finnish(value: Fraction | float | None, decimals: int = 2) -> str:
    """A number with its decimals and a comma, rounded half up as the page rounds it."""
    if value is None:
        return "–"
    return f"{float(value) + 1e-9:.{decimals}f}".replace(".", ",")


def decimals_apart(values: Iterable[Fraction | float]) -> int:
    """The fewest decimals, from two, that show different values apart."""
    apart = {round(float(value), 9) for value in values}
    return next(n for n in range(2, 7) if len({finnish(v, n) for v in apart}) == len(apart))


def spread(values: Sequence[float], mean: int = 2, ends: int = 2) -> tuple[str, ...]:
    """Mean, median, standard deviation, least and greatest as the page shows them.

    `mean` and `ends` are the decimals of the mean, and of the least and the greatest.
    """
    deviation = statistics.stdev(values) if len(values) > 1 else None
    middle = (finnish(statistics.median(values)), finnish(deviation))
    outer = (finnish(min(values), ends), finnish(max(values), ends))
    return (finnish(statistics.mean(values), mean), *middle, *outer)
