def read(given):
    values = list(map(int, given.split()[1:]))
    order = sorted(range(len(values)), key=values.__getitem__)
    return values, order


def cycles(given):
    _, order = read(given)
    seen, found = set(), []
    for start in range(len(order)):
        group = []
        while start not in seen:
            seen.add(start)
            group.append(start + 1)
            start = order[start]
        if group:
            found.append(group)
    return found


def show(groups):
    return "\n".join([str(len(groups)), *(" ".join(map(str, [len(group), *group])) for group in groups)]) + "\n"


def right_along_the_cycles_from_the_last(given):
    return show([group[::-1] for group in cycles(given)][::-1])


def right_union_of_places(given):
    values, order = read(given)
    parent = list(range(len(values)))

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for place, element in enumerate(order):
        parent[root(place)] = root(element)
    groups = {}
    for place in range(len(values)):
        groups.setdefault(root(place), []).append(place + 1)
    return show(sorted(groups.values(), key=len))


def right_powers_of_the_permutation(given):
    """Follow every element to the smallest one that its way leads to, and take groups by it."""
    _, order = read(given)
    least = list(range(len(order)))
    step = order
    for _ in range(len(order).bit_length()):
        least = [min(low, least[to]) for low, to in zip(least, step, strict=True)]
        step = [step[to] for to in step]
    groups = {}
    for place in reversed(range(len(order))):
        groups.setdefault(least[place], []).append(place + 1)
    return show(list(groups.values()))


def near_two_groups_in_one(given):
    groups = cycles(given)
    return show([groups[0] + groups[1], *groups[2:]] if len(groups) > 1 else groups)


def near_one_element_in_another_group(given):
    groups = sorted(cycles(given), key=len)
    if len(groups) > 1:
        groups[0][0], groups[-1][0] = groups[-1][0], groups[0][0]
    return show(groups)


def near_an_index_twice(given):
    groups = cycles(given)
    groups[-1][-1] = groups[0][0]
    return show(groups)


def near_the_last_line_is_missing(given):
    return "\n".join(show(cycles(given)).split("\n")[:-2]) + "\n"


def near_one_index_too_many(given):
    return show(cycles(given)) + "1\n"


def near_counted_from_0(given):
    return show([[index - 1 for index in group] for group in cycles(given)])


def near_the_first_element_left_out(given):
    groups = cycles(given)
    return show([groups[0][1:], *groups[1:]] if len(groups[0]) > 1 else groups[1:])
