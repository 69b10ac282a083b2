from collections import Counter


def read(given):
    n, *numbers = map(int, given.split())
    return n, list(zip(numbers[::2], numbers[1::2], strict=True))


def arms(given, smallest_inside):
    """From n an arm for each smaller number, as long as the number is often: it ends there, smaller ones are inside."""
    n, pairs = read(given)
    if any(large != n for _, large in pairs):
        return None
    often = Counter(small for small, _ in pairs)
    free = [vertex for vertex in range(1, n) if vertex not in often]
    found = []
    for end in sorted(often):
        inside = []
        for _ in range(often[end] - 1):
            usable = [vertex for vertex in free if vertex < end]
            if not usable:
                return None
            inside.append(usable[0] if smallest_inside else usable[-1])
            free.remove(inside[-1])
        found.append([*inside, end])
    return found


def edges_of(given, found):
    n, _ = read(given)
    return [edge for arm in found for edge in zip([n, *arm], arm, strict=False)]


def show(edges):
    return "NO\n" if edges is None else "YES\n" + "".join(f"{u} {v}\n" for u, v in edges)


def right_ends_turned_and_last_edge_first(given):
    found = arms(given, True)
    return show(found and [(v, u) for u, v in edges_of(given, found)][::-1])


def right_smaller_numbers_of_an_arm_turned(given):
    """An arm ends with its number; in which order the smaller ones stand inside it does not count."""
    found = arms(given, True)
    return show(found and sorted(edges_of(given, [[*arm[:-1][::-1], arm[-1]] for arm in found])))


def right_largest_free_ones_inside(given):
    """Ends from the largest down, each taking the largest of the smaller ones that the smaller ends can spare."""
    n, pairs = read(given)
    if arms(given, True) is None:
        return show(None)
    often = Counter(small for small, _ in pairs)
    free = [vertex for vertex in range(1, n) if vertex not in often]
    edges = []
    for end in sorted(often):
        before = n
        for _ in range(often[end] - 1):
            vertex = max(each for each in free if each < end)
            free.remove(vertex)
            edges.append((min(before, vertex), max(before, vertex)))
            before = vertex
        edges.append((min(before, end), max(before, end)))
    return show(sorted(edges, key=lambda edge: edge[::-1]))


def near_a_star(given):
    n, _ = read(given)
    return show([(vertex, n) for vertex in range(1, n)] if arms(given, True) else None)


def near_the_pairs_themselves(given):
    return show(read(given)[1] if arms(given, True) else None)


def near_one_edge_left_out(given):
    found = arms(given, True)
    return show(found and edges_of(given, found)[:-1])


def near_one_edge_twice(given):
    found = arms(given, True)
    return show(found and [*edges_of(given, found)[:-1], edges_of(given, found)[0]])


def near_one_edge_too_many(given):
    found = arms(given, True)
    return show(found and [*edges_of(given, found), (1, 2)])


def near_counted_from_0(given):
    found = arms(given, True)
    return show(found and [(u - 1, v - 1) for u, v in edges_of(given, found)])


def near_ends_inside(given):
    """The number that an arm is named by stands next to n."""
    found = arms(given, True)
    return show(found and edges_of(given, [arm[::-1] for arm in found]))


def near_never_possible(given):
    return "NO\n"


def near_whenever_all_pairs_have_the_largest(given):
    n, pairs = read(given)
    return show([(vertex, n) for vertex in range(1, n)] if all(large == n for _, large in pairs) else None)
