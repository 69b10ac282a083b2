import functools


def read(given):
    n, _, limit, *rest = map(int, given.split())
    roads = [[] for _ in range(n + 1)]
    for u, v, time in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        roads[u].append((v, time))
    return n, limit, roads


def all_routes(given):
    """Every route in time, with its time."""
    n, limit, roads = read(given)
    found = []

    def walk(route, time):
        if route[-1] == n:
            found.append((route, time))
        for to, more in roads[route[-1]]:
            if time + more <= limit:
                walk([*route, to], time + more)

    walk([1], 0)
    return found


def show(route):
    return f"{len(route)}\n{' '.join(map(str, route))}\n"


def right_the_slowest_of_the_longest(given):
    return show(max(all_routes(given), key=lambda found: (len(found[0]), found[1], found[0]))[0])


def right_by_numbers_of_showplaces(given):
    """Fastest way to each showplace for each length, from the end back; of ties the last."""
    n, limit, roads = read(given)
    best = {n: (0, [n])}
    answer = None
    for _ in range(n):
        if 1 in best and best[1][0] <= limit:
            answer = best[1][1]
        longer = {}
        for u in range(1, n + 1):
            for v, time in roads[u]:
                if v in best and (u not in longer or best[v][0] + time <= longer[u][0]):
                    longer[u] = (best[v][0] + time, [u, *best[v][1]])
        best = longer
    return show(answer)


def right_memory_of_times_to_come(given):
    """Depth first from the start, with what is left of the time; the largest next showplace first."""

    n, limit, roads = read(given)

    @functools.cache
    def longest(u, left):
        found = [n] if u == n else None
        for v, time in sorted(roads[u], reverse=True):
            if time <= left:
                rest = longest(v, left - time)
                if rest is not None and (found is None or len(rest) + 1 > len(found)):
                    found = [u, *rest]
        return found

    return show(longest(1, limit))


def near_the_fastest(given):
    return show(min(all_routes(given), key=lambda found: found[1])[0])


def near_out_of_time(given):
    words = given.split()
    words[2] = "9" * 12
    return right_the_slowest_of_the_longest(" ".join(words))


def near_backwards(given):
    return show(max(all_routes(given), key=lambda found: len(found[0]))[0][::-1])


def near_one_showplace_left_out(given):
    route = max(all_routes(given), key=lambda found: len(found[0]))[0]
    return show([route[0], *route[2:]] if len(route) > 2 else route[:1])


def near_the_count_is_one_more(given):
    route = max(all_routes(given), key=lambda found: len(found[0]))[0]
    return f"{len(route) + 1}\n{' '.join(map(str, route))}\n"


def near_the_second_line_is_missing(given):
    return right_the_slowest_of_the_longest(given).split("\n")[0] + "\n"


def near_a_showplace_too_many(given):
    return right_the_slowest_of_the_longest(given).rstrip() + f" {read(given)[0]}\n"


def near_ascending(given):
    """All showplaces, as if there were a road from each to the next."""
    n = read(given)[0]
    return show(list(range(1, n + 1)))
