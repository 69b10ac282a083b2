def read(given):
    numbers = list(map(int, given.split()[1:]))
    parents, counts = [None, *numbers[::2]], [None, *numbers[1::2]]
    children = [[] for _ in parents]
    for vertex, parent in enumerate(parents[1:], 1):
        children[parent].append(vertex)
    return children, counts


def order_of(given, last_child_first=False):
    """The vertices, the one with the smallest number first; None where there is no solution."""
    children, counts = read(given)

    def order(vertex):
        found = []
        for child in children[vertex][::-1] if last_child_first else children[vertex]:
            below = order(child)
            if below is None:
                return None
            found += below
        if counts[vertex] > len(found):
            return None
        found.insert(counts[vertex], vertex)
        return found

    return order(children[0][0])


def show(numbers):
    return "NO\n" if numbers is None else "YES\n" + " ".join(map(str, numbers)) + "\n"


def numbered(order, number):
    if order is None:
        return None
    numbers = [0] * len(order)
    for rank, vertex in enumerate(order):
        numbers[vertex - 1] = number(rank)
    return numbers


def right_last_child_first_and_far_apart(given):
    return show(numbered(order_of(given, True), lambda rank: 10**9 - 1000 * (2000 - rank)))


def right_numbers_as_small_as_may_be(given):
    """Equal ones where nothing forbids it: a number grows only where its own count needs it."""
    order = order_of(given)
    if order is None:
        return show(None)
    children, counts = read(given)

    def below(vertex):
        return [each for child in children[vertex] for each in [child, *below(child)]]

    numbers = [0] * (len(order) + 1)
    level = 0
    for place, vertex in enumerate(order):
        level = max(level, 1)
        numbers[vertex] = level
        again = all(
            sum(numbers[each] < numbers[above] for each in below(above) if numbers[each]) == counts[above]
            for above in order[: place + 1]
        )
        if not again:
            level += 1
            numbers[vertex] = level
    return show(numbers[1:])


def right_vertices_taken_from_the_top(given):
    """The largest number goes to the vertex whose all are smaller, found from the root down, then it is left out."""
    children, counts = read(given)
    if order_of(given) is None:
        return show(None)
    size = len(counts) - 1
    numbers = [0] * (size + 1)

    def place(vertex, free):
        """Give the numbers of `free`, ascending, to a subtree."""
        mine = free.pop(counts[vertex])
        numbers[vertex] = mine
        for child in children[vertex]:
            many = count(child)
            place(child, free[:many])
            del free[:many]

    def count(vertex):
        return 1 + sum(map(count, children[vertex]))

    place(children[0][0], [7 * each for each in range(1, size + 1)])
    return show(numbers[1:])


def near_one_number_raised(given):
    numbers = numbered(order_of(given), lambda rank: rank + 1)
    if numbers is not None:
        numbers[numbers.index(min(numbers))] = len(numbers) + 1
    return show(numbers)


def near_all_equal(given):
    return show(numbered(order_of(given), lambda rank: 1))


def near_from_the_largest_down(given):
    return show(numbered(order_of(given), lambda rank: 5000 - rank))


def near_counted_from_0(given):
    return show(numbered(order_of(given), lambda rank: rank))


def near_in_order_of_rank(given):
    order = order_of(given)
    return show(order)


def near_the_last_number_is_missing(given):
    numbers = numbered(order_of(given), lambda rank: rank + 1)
    return show(numbers and numbers[:-1])


def near_one_number_too_many(given):
    numbers = numbered(order_of(given), lambda rank: rank + 1)
    return show(numbers and [*numbers, 1])


def near_a_number_too_large(given):
    return show(numbered(order_of(given), lambda rank: 10**9 + 1 + rank))


def near_never_possible(given):
    return "NO\n"
