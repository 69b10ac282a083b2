from functools import reduce
from operator import xor


def read(given):
    rows, columns, *cells = map(int, given.split())
    return [cells[row * columns : (row + 1) * columns] for row in range(rows)]


def xor_of(matrix, choice):
    return reduce(xor, (row[at] for row, at in zip(matrix, choice, strict=True)))


def show(choice):
    return "NIE\n" if choice is None else "TAK\n" + " ".join(str(at + 1) for at in choice) + "\n"


def reachable(matrix, columns_from_the_right):
    """Every xor that can be had, with one choice for it."""
    known = {0: []}
    for row in matrix:
        new = {}
        for value, choice in known.items():
            for at in sorted(range(len(row)), reverse=columns_from_the_right):
                new.setdefault(value ^ row[at], [*choice, at])
        known = new
    return known


def right_last_columns_and_one_change(given):
    matrix = read(given)
    choice = [len(row) - 1 for row in matrix]
    if xor_of(matrix, choice):
        return show(choice)
    for at, row in enumerate(matrix):
        for column, value in enumerate(row):
            if value != row[-1]:
                return show([*choice[:at], column, *choice[at + 1 :]])
    return show(None)


def right_largest_xor_of_all(given):
    known = reachable(read(given), True)
    return show(known[max(known)] if max(known) else None)


def right_smallest_xor_above_zero(given):
    known = reachable(read(given), True)
    return show(known[min(filter(None, known))] if any(known) else None)


def near_first_columns_always(given):
    return show([0 for _ in read(given)])


def near_xor_of_zero(given):
    known = reachable(read(given), False)
    return show(known.get(0) or known[min(known)])


def near_column_counted_from_0(given):
    return right_last_columns_and_one_change(given).replace("1", "0")


def near_the_last_row_is_missing(given):
    said = right_largest_xor_of_all(given)
    return said.rstrip()[:-1].rstrip() + "\n" if said.startswith("TAK") else said


def near_one_row_too_many(given):
    said = right_largest_xor_of_all(given)
    return said.rstrip() + " 1\n" if said.startswith("TAK") else said


def near_never_possible(given):
    return "NIE\n"


def near_possible_without_a_choice(given):
    said = right_largest_xor_of_all(given)
    return said.split("\n")[0] + "\n"


def near_a_column_beyond_the_last(given):
    matrix = read(given)
    said = right_last_columns_and_one_change(given)
    return said.replace(str(len(matrix[0])), str(len(matrix[0]) + 1))
