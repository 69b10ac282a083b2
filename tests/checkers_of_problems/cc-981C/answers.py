def read(given):
    n, *rest = map(int, given.split())
    beside = [[] for _ in range(n + 1)]
    for u, v in zip(rest[::2], rest[1::2], strict=True):
        beside[u].append(v)
        beside[v].append(u)
    return n, beside


def show(paths):
    return "No\n" if paths is None else f"Yes\n{len(paths)}\n" + "".join(f"{u} {v}\n" for u, v in paths)


def decompose(given):
    n, beside = read(given)
    branches = [v for v in range(1, n + 1) if len(beside[v]) > 2]
    leaves = [v for v in range(1, n + 1) if len(beside[v]) == 1]
    if len(branches) > 1:
        return None
    return [(branches[0], leaf) for leaf in leaves] if branches else [tuple(leaves)]


def right_from_the_last_leaf_to_the_middle(given):
    paths = decompose(given)
    return show(paths and [(v, u) for u, v in paths[::-1]])


def right_two_arms_in_one_path(given):
    """A path may go on through the middle."""
    paths = decompose(given)
    if paths and len(paths) > 1:
        (_, first), (_, second), *others = paths
        paths = [*others, (first, second)]
    return show(paths)


def right_arms_walked_out(given):
    """Walk from a vertex of most edges along each: no arm may branch. Where it has two only, these are two paths."""
    n, beside = read(given)
    middle = max(range(1, n + 1), key=lambda v: (len(beside[v]), v))
    paths = []
    for step in beside[middle]:
        before, at = middle, step
        while len(beside[at]) > 1:
            onward = [v for v in beside[at] if v != before]
            if len(onward) > 1:
                return show(None)
            before, at = at, onward[0]
        paths.append((at, middle))
    return show(paths)


def near_every_edge_by_itself(given):
    n, beside = read(given)
    return show([(u, v) for u in range(1, n + 1) for v in beside[u] if u < v])


def near_from_every_branch(given):
    n, beside = read(given)
    middle = max(range(1, n + 1), key=lambda v: len(beside[v]))
    return show([(middle, v) for v in range(1, n + 1) if len(beside[v]) == 1 and v != middle])


def near_one_path_left_out(given):
    paths = decompose(given)
    return show(paths and paths[:-1])


def near_one_path_twice(given):
    paths = decompose(given)
    return show(paths and [*paths, paths[0]])


def near_the_last_line_is_missing(given):
    said = show(decompose(given))
    return said if said == "No\n" else said.rstrip("\n").rpartition("\n")[0] + "\n"


def near_one_line_too_many(given):
    said = show(decompose(given))
    return said + "1 2\n" if said != "No\n" else said


def near_one_end_moved(given):
    paths = decompose(given)
    if paths is None:
        return show(None)
    u, v = paths[0]
    return show([(u, read(given)[1][v][0]), *paths[1:]])


def near_never_possible(given):
    return "No\n"


def near_always_possible(given):
    n, beside = read(given)
    return show(decompose(given) or [(1, v) for v in range(2, n + 1) if len(beside[v]) == 1])
