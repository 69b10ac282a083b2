from bisect import bisect_left
from collections import Counter


def read(given):
    coders, needed, *named = map(int, given.split())
    pairs = [(min(pair), max(pair)) for pair in zip(named[::2], named[1::2], strict=True)]
    return coders, needed, pairs


def right_sums_less_pairs(given):
    coders, needed, pairs = read(given)
    times = Counter(each for pair in pairs for each in pair)
    both = Counter(pairs)
    ways = sum(times[x] + times[y] >= needed for x in range(1, coders + 1) for y in range(1, x))
    ways -= sum(times[x] + times[y] >= needed > times[x] + times[y] - both[x, y] for x, y in both)
    return f"{ways}\n"


def right_bits_of_who_agrees(given):
    coders, needed, pairs = read(given)
    agrees = [0] * coders
    for at, pair in enumerate(pairs):
        for each in pair:
            agrees[each - 1] |= 1 << at
    ways = 0
    for x in range(coders):
        for y in range(x):
            ways += bin(agrees[x] | agrees[y]).count("1") >= needed
    return f"  {ways}"


def right_by_halves(given):
    """Sort by how often each is named, look for the partners by bisection, mend the pairs that were named together."""
    coders, needed, pairs = read(given)
    times = Counter(each for pair in pairs for each in pair)
    ranked = sorted(times[x] for x in range(1, coders + 1))
    ways = 0
    for at, count in enumerate(ranked):
        ways += coders - max(at + 1, bisect_left(ranked, needed - count))
    for (x, y), often in Counter(pairs).items():
        together = times[x] + times[y]
        ways -= together >= needed and together - often < needed
    return f"{ways}\n\n\n"


def near_named_together_counts_twice(given):
    coders, needed, pairs = read(given)
    times = Counter(each for pair in pairs for each in pair)
    return f"{sum(times[x] + times[y] >= needed for x in range(1, coders + 1) for y in range(1, x))}\n"


def near_more_than_needed(given):
    needed = read(given)[1]
    return right_sums_less_pairs(given.replace(f" {needed}\n", f" {needed + 1}\n", 1))


def near_order_counts(given):
    return f"{2 * int(right_sums_less_pairs(given))}\n"


def near_one_alone_may_be_chosen(given):
    coders, needed, pairs = read(given)
    times = Counter(each for pair in pairs for each in pair)
    return f"{int(right_sums_less_pairs(given)) + sum(times[x] >= needed for x in range(1, coders + 1))}\n"


def near_coders_who_were_named_only(given):
    _, needed, pairs = read(given)
    named = {each for pair in pairs for each in pair}
    ways = 0
    for x in named:
        for y in named:
            ways += x < y and sum(x in pair or y in pair for pair in pairs) >= needed
    return f"{ways}\n"


def near_another_number_behind_it(given):
    return right_sums_less_pairs(given).rstrip() + " 0\n"
