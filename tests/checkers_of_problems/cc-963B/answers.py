import sys
from heapq import heapify, heappop, heappush

sys.setrecursionlimit(10000)


def read(given):
    n, *parents = map(int, given.split())
    beside = [[] for _ in range(n + 1)]
    for vertex, parent in enumerate(parents, 1):
        if parent:
            beside[vertex].append(parent)
            beside[parent].append(vertex)
    return n, beside


def show(order):
    return "NO\n" if order is None else "YES\n" + "".join(f"{vertex}\n" for vertex in order)


def rooted(beside, root):
    """Parents, and the vertices with every parent before its children."""
    parent, order = {root: 0}, [root]
    for vertex in order:
        for other in beside[vertex]:
            if other not in parent:
                parent[other] = vertex
                order.append(other)
    return parent, order


def constraints(given, root):
    """For each vertex those that must go after it: an edge falls with one of its two ends, and which is forced."""
    n, beside = read(given)
    parent, order = rooted(beside, root)
    falls = dict.fromkeys(range(1, n + 1), 0)
    after = [[] for _ in range(n + 1)]
    for vertex in reversed(order[1:]):
        above = parent[vertex]
        if falls[vertex] % 2:  # one more makes it even: the edge above falls with this vertex
            after[vertex].append(above)
        else:
            after[above].append(vertex)
            falls[above] += 1
    return None if n % 2 == 0 else after


def topological(given, root, key):
    """Take, of those that may go, the one with the smallest key."""
    after = constraints(given, root)
    if after is None:
        return None
    waits = [0] * len(after)
    for others in after:
        for other in others:
            waits[other] += 1
    free = [(key(vertex), vertex) for vertex in range(1, len(after)) if not waits[vertex]]
    heapify(free)
    order = []
    while free:
        _, vertex = heappop(free)
        order.append(vertex)
        for other in after[vertex]:
            waits[other] -= 1
            if not waits[other]:
                heappush(free, (key(other), other))
    return order


def right_smallest_number_first(given):
    return show(topological(given, 1, lambda vertex: vertex))


def right_largest_number_first(given):
    return show(topological(given, read(given)[0], lambda vertex: -vertex))


def right_subtrees_of_even_size_first(given):
    """Below a vertex the subtrees of even size go before it, those of odd size after."""
    n, beside = read(given)
    if n % 2 == 0:
        return show(None)
    parent, order = rooted(beside, n)
    size = dict.fromkeys(order, 1)
    for vertex in reversed(order[1:]):
        size[parent[vertex]] += size[vertex]

    def destroy(vertex):
        below = [other for other in beside[vertex] if other != parent[vertex]]
        first = [each for other in below if size[other] % 2 == 0 for each in destroy(other)]
        return [*first, vertex, *(each for other in below if size[other] % 2 for each in destroy(other))]

    return show(destroy(n))


def near_parents_first(given):
    n, beside = read(given)
    return show(rooted(beside, 1)[1] if n % 2 else None)


def near_backwards(given):
    order = topological(given, 1, lambda vertex: vertex)
    return show(order and order[::-1])


def near_two_change_places(given):
    order = topological(given, 1, lambda vertex: vertex)
    if order and len(order) > 2:
        order[0], order[-1] = order[-1], order[0]
    return show(order)


def near_one_left_out(given):
    order = topological(given, 1, lambda vertex: vertex)
    return show(order and order[:-1])


def near_one_twice(given):
    order = topological(given, 1, lambda vertex: vertex)
    return show(order and [*order[:-1], order[0]])


def near_one_too_many(given):
    order = topological(given, 1, lambda vertex: vertex)
    return show(order and [*order, order[-1]])


def near_never_possible(given):
    return "NO\n"


def near_always_possible(given):
    return show(list(range(1, read(given)[0] + 1)))
