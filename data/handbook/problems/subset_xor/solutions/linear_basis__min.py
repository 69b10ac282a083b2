from functools import reduce


def insert(basis, x):
    for b in basis:
        x = min(x, x ^ b)
    return sorted(basis + [x], reverse=True) if x else basis


def main():
    open_input = open(0)
    next(open_input)
    basis = reduce(insert, map(int, next(open_input).split()), [])
    print(reduce(lambda acc, b: max(acc, acc ^ b), basis, 0))


main()
