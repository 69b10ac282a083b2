"""What makes an answer right, for the problems of tests/checkers_of_problems: counted from the statement alone.

Each function says of an input and an output whether the output is right, without the stored answer and in another way
than the problem's checker: where the statement asks for the most, the fewest or whether there is any, by trying all
where the input is small enough, else by what is said there. It is slow, and trusts the input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import combinations, pairwise, product
from operator import xor

Property = Callable[[str, Sequence[int | str]], bool]


def holds(problem_id: str, given: str, said: str) -> bool:
    """Whether `said` is a right answer. Numbers are plain decimals without a zero too many."""
    try:
        return PROPERTIES[problem_id](given, [read_word(word) for word in said.split()])
    except (IndexError, TypeError, ValueError):  # too few words, or a word where a number should be
        return False


def read_word(word: str) -> int | str:
    """A number where it is one."""
    digits = word.removeprefix("-")
    return int(word) if len(digits) < 4000 and digits.isdecimal() and str(int(word)) == word else word


def numbers_of(given: str) -> list[int]:
    return list(map(int, given.split()))


def partitions(items: Sequence[int]) -> Iterator[list[list[int]]]:
    """Every way to put items into groups."""
    if not items:
        yield []
        return
    for rest in partitions(items[1:]):
        yield [[items[0]], *rest]
        for at in range(len(rest)):
            yield [*rest[:at], [items[0], *rest[at]], *rest[at + 1 :]]


def sorted_by_groups(values: Sequence[int], groups: Sequence[Sequence[int]]) -> list[int]:
    """The sequence after the elements of each group are sorted; places from 0."""
    result = list(values)
    for group in groups:
        for place, value in zip(sorted(group), sorted(values[at] for at in group), strict=True):
            result[place] = value
    return result


@cache
def most_groups(values: tuple[int, ...]) -> int:
    """By trying all up to eight elements. Above: an element and whatever stands where it belongs must be in one group,
    and where each such two are, every group sorts itself."""
    if len(values) <= 8:
        ways = partitions(range(len(values)))
        return max(len(groups) for groups in ways if sorted_by_groups(values, groups) == sorted(values))
    links = {(min(place, to), max(place, to)) for place, to in enumerate(map(sorted(values).index, values))}
    groups = {at: {at} for at in range(len(values))}
    for one, other in links:
        together = groups[one] | groups[other]
        groups.update(dict.fromkeys(together, together))
    return len({min(group) for group in groups.values()})


def sorted_subsequences(given: str, words: Sequence[int | str]) -> bool:
    values = numbers_of(given)[1:]
    count, rest = int(words[0]), list(map(int, words[1:]))
    groups = []
    for _ in range(count):
        length = rest[0]
        if length < 1:
            return False
        groups.append([index - 1 for index in rest[1 : length + 1]])
        rest = rest[length + 1 :]
    return (
        not rest
        and sorted(at for group in groups for at in group) == list(range(len(values)))
        and sorted_by_groups(values, groups) == sorted(values)
        and count == most_groups(tuple(values))
    )


def xor_above_zero(given: str, words: Sequence[int | str]) -> bool:
    rows, columns, *cells = numbers_of(given)
    matrix = [cells[row * columns : (row + 1) * columns] for row in range(rows)]
    if words == ["NIE"]:
        reachable = {0}
        for row in matrix:
            reachable = {value ^ cell for value in reachable for cell in row}
        return reachable == {0}
    chosen = list(map(int, words[1:]))
    return (
        words[0] == "TAK"
        and len(chosen) == rows
        and all(1 <= column <= columns for column in chosen)
        and reduce(xor, (row[column - 1] for row, column in zip(matrix, chosen, strict=True))) > 0
    )


def smaller_below(parents: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """For each vertex the smaller numbers in its subtree."""
    below: list[set[int]] = [set() for _ in parents]
    for vertex in range(len(parents)):
        above = vertex
        while parents[above]:
            above = parents[above] - 1
            below[above].add(vertex)
    return [sum(numbers[each] < numbers[vertex] for each in below[vertex]) for vertex in range(len(parents))]


def numbers_on_tree(given: str, words: Sequence[int | str]) -> bool:
    count, *rest = numbers_of(given)
    parents, wanted = rest[::2], rest[1::2]
    if words == ["NO"]:
        tried = product(range(count), repeat=count)  # inputs without a solution have few vertices here
        return not any(smaller_below(parents, numbers) == wanted for numbers in tried)
    numbers = list(map(int, words[1:]))
    return (
        words[0] == "YES"
        and len(numbers) == count
        and all(1 <= number <= 10**9 for number in numbers)
        and smaller_below(parents, numbers) == wanted
    )


@cache
def divisors(n: int) -> tuple[int, ...]:
    """Those above 1."""
    small = [d for d in range(1, int(n**0.5) + 1) if n % d == 0]
    return tuple(sorted({*small[1:], *(n // d for d in small)} - {1}))


@cache
def longest_chain(n: int, before: int = 1) -> int:
    """How many numbers, each divided by the one before it, may make n; below 0 where none."""
    if n == 1:
        return 0
    return max((1 + longest_chain(n // d, d) for d in divisors(n) if d % before == 0), default=-100)


def chains_of_divisors(given: str, words: Sequence[int | str]) -> bool:
    rest = list(map(int, words))
    for n in numbers_of(given)[1:]:
        length, chain = rest[0], rest[1 : rest[0] + 1]
        rest = rest[length + 1 :]
        if length != len(chain) or length != longest_chain(n) or min(chain) < 2:
            return False
        if any(after % before for before, after in pairwise(chain)) or reduce(lambda a, b: a * b, chain) != n:
            return False
    return not rest


@cache
def needed_questions(n: int) -> frozenset[int]:
    """Those that alone tell two numbers apart. All are needed, so where they are enough they are the fewest."""
    yes = [sum(1 << y for y in range(1, n + 1) if x % y == 0) for x in range(n + 1)]
    apart = (one ^ other for one, other in combinations(yes[1:], 2))
    return frozenset(each.bit_length() - 1 for each in apart if each & (each - 1) == 0)


def divisibility_questions(given: str, words: Sequence[int | str]) -> bool:
    n, questions = int(given), list(map(int, words[1:]))
    if words[0] != len(questions) or not all(1 <= y <= n for y in questions):
        return False
    told = {tuple(x % y == 0 for y in questions) for x in range(1, n + 1)}
    return len(told) == n and len(questions) == len(needed_questions(n))


def longest_journey(given: str, words: Sequence[int | str]) -> bool:
    n, _, limit, *rest = numbers_of(given)
    roads = {(u, v): time for u, v, time in zip(rest[::3], rest[1::3], rest[2::3], strict=True)}
    route = list(map(int, words[1:]))
    most = 0
    ends: list[tuple[tuple[int, ...], int]] = [((1,), 0)]
    while ends:  # every route from the start, in time or not
        path, time = ends.pop()
        if path[-1] == n and time <= limit:
            most = max(most, len(path))
        ends += [((*path, v), time + more) for (u, v), more in roads.items() if u == path[-1]]
    return (
        words[0] == len(route) == most
        and (route[0], route[-1]) == (1, n)
        and all(step in roads for step in pairwise(route))
        and sum(roads[step] for step in pairwise(route)) <= limit
    )


def edges_of(given: str) -> tuple[frozenset[int], ...]:
    rest = numbers_of(given)[1:]
    return tuple(frozenset(edge) for edge in zip(rest[::2], rest[1::2], strict=True))


def path_between(edges: Sequence[frozenset[int]], u: int, v: int) -> list[int] | None:
    """The vertices of the one way in a tree."""
    ways = [[u]]
    while ways:
        way = ways.pop()
        if way[-1] == v:
            return way
        ways += [[*way, next(iter(edge - {way[-1]}))] for edge in edges if way[-1] in edge and not edge <= set(way)]
    return None


@cache
def can_be_decomposed(edges: tuple[frozenset[int], ...]) -> bool:
    """By trying every way to put the edges into groups."""
    for groups in partitions(range(len(edges))):
        paths = [[edges[at] for at in group] for group in groups]
        spans = [frozenset[int]().union(*path) for path in paths]
        if not all(one & other for one, other in combinations(spans, 2)):
            continue
        if all(is_path(path, span) for path, span in zip(paths, spans, strict=True)):
            return True
    return False


def is_path(edges: Sequence[frozenset[int]], span: frozenset[int]) -> bool:
    """Whether edges of a tree are one simple path: connected, and no vertex has three of them."""
    return len(span) == len(edges) + 1 and all(sum(vertex in edge for edge in edges) < 3 for vertex in span)


def paths_that_meet(given: str, words: Sequence[int | str]) -> bool:
    edges = edges_of(given)
    if words == ["No"]:
        return not can_be_decomposed(edges)
    count, ends = int(words[1]), list(map(int, words[2:]))
    paths = [path_between(edges, u, v) for u, v in zip(ends[::2], ends[1::2], strict=False)]
    if words[0] != "Yes" or len(ends) != 2 * count or None in paths:
        return False
    found = [path for path in paths if path is not None]
    covered = [frozenset(step) for path in found for step in pairwise(path)]
    return (
        all(len(path) > 1 for path in found)
        and sorted(map(sorted, covered)) == sorted(map(sorted, edges))
        and all(set(one) & set(other) for one, other in combinations(found, 2))
    )


@cache
def theatre_groups(boys: int, girls: int, actors: int) -> int:
    """Choices counted person by person: table[b][g], b boys and g girls chosen so far."""
    table = {(0, 0): 1}
    for kind in ((1, 0),) * boys + ((0, 1),) * girls:
        after = dict(table)
        for (b, g), ways in table.items():
            chosen = (b + kind[0], g + kind[1])
            after[chosen] = after.get(chosen, 0) + ways
        table = after
    return sum(ways for (b, g), ways in table.items() if b >= 4 and g >= 1 and b + g == actors)


def count_of_groups(given: str, words: Sequence[int | str]) -> bool:
    boys, girls, actors = numbers_of(given)
    return list(words) == [theatre_groups(boys, girls, actors)]


def count_of_suspects(given: str, words: Sequence[int | str]) -> bool:
    coders, needed, *named = numbers_of(given)
    pairs = list(zip(named[::2], named[1::2], strict=True))
    ways = 0
    for one in range(1, coders + 1):
        for other in range(one + 1, coders + 1):
            ways += len([pair for pair in pairs if one in pair or other in pair]) >= needed
    return list(words) == [ways]


def destruction_order(given: str, words: Sequence[int | str]) -> bool:
    count, *parents = numbers_of(given)
    edges = {frozenset((vertex, parent)) for vertex, parent in enumerate(parents, 1) if parent}
    if words == ["NO"]:
        # Each vertex takes an even number of edges with it, so that an odd number of them cannot all go; that an even
        # number can is shown by the orders that are found.
        return len(edges) % 2 == 1
    order = list(map(int, words[1:]))
    if words[0] != "YES" or sorted(order) != list(range(1, count + 1)):
        return False
    for vertex in order:
        gone = {edge for edge in edges if vertex in edge}
        if len(gone) % 2:
            return False
        edges -= gone
    return True


def components(edges: Sequence[frozenset[int]], count: int) -> list[set[int]]:
    """Parts of the graph of vertices 1 to `count`."""
    parts = [{vertex} for vertex in range(1, count + 1)]
    for edge in edges:
        touched = [part for part in parts if part & edge]
        parts = [part for part in parts if not part & edge] + [set[int]().union(*touched)]
    return parts


def tree_pairs(edges: Sequence[frozenset[int]], count: int) -> list[list[int]]:
    """For each edge the largest vertices of the parts that it holds together."""
    rest = [[*edges[:at], *edges[at + 1 :]] for at in range(len(edges))]
    return sorted(sorted(max(part) for part in components(each, count)) for each in rest)


@cache
def some_tree(count: int, pairs: tuple[tuple[int, int], ...]) -> bool:
    """By trying every set of edges up to six vertices. Above, by Hall's condition: every pair has the largest vertex,
    and no more than k pairs name one of the k smallest."""
    if count <= 6:
        everything = [frozenset(edge) for edge in combinations(range(1, count + 1), 2)]
        trees = (edges for edges in combinations(everything, count - 1) if len(components(edges, count)) == 1)
        return any(tree_pairs(edges, count) == sorted(map(list, pairs)) for edges in trees)
    named = [small for small, _ in pairs]
    fits = all(sum(small <= k for small in named) <= k for k in range(1, count))
    return fits and all(large == count for _, large in pairs)


def tree_of_pairs(given: str, words: Sequence[int | str]) -> bool:
    count, *rest = numbers_of(given)
    pairs = tuple(zip(rest[::2], rest[1::2], strict=True))
    if words == ["NO"]:
        return not some_tree(count, pairs)
    ends = list(map(int, words[1:]))
    edges = [frozenset(edge) for edge in zip(ends[::2], ends[1::2], strict=True)]
    return (
        words[0] == "YES"
        and len(edges) == count - 1
        and all(len(edge) == 2 and min(edge) >= 1 and max(edge) <= count for edge in edges)
        and len(components(edges, count)) == 1
        and tree_pairs(edges, count) == sorted(map(list, pairs))
    )


def string_of_runs(given: str, words: Sequence[int | str]) -> bool:
    count, *wanted = numbers_of(given)
    text = str(words[0])
    if len(words) != 1 or len(text) != count or not set(text) <= set("abcdefghijklmnopqrstuvwxyz"):
        return False
    found = [0] * count
    for begin in range(count):
        end = begin
        while end < count and text[end] == text[begin]:
            found[end - begin] += 1
            end += 1
    return found == wanted


PROPERTIES: Mapping[str, Property] = {
    "apps-2096": sorted_subsequences,
    "cc-1041E": tree_of_pairs,
    "cc-1151B": xor_above_zero,
    "cc-1286B": numbers_on_tree,
    "cc-1287D": numbers_on_tree,
    "cc-131C": count_of_groups,
    "cc-1454D": chains_of_divisors,
    "cc-420C": count_of_suspects,
    "cc-576A": divisibility_questions,
    "cc-721C": longest_journey,
    "cc-774H": string_of_runs,
    "cc-963B": destruction_order,
    "cc-981C": paths_that_meet,
}
