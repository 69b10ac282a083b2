from sys import stdin


def solve(n: int) -> int:
    line = [""] * (2 * n)
    found = 0

    def place(at: int, depth: int) -> None:
        nonlocal found
        if at == 2 * n:
            if depth == 0:
                found += 1
            return
        for symbol, change in (("(", 1), (")", -1)):
            new_depth = depth + change
            if 0 <= new_depth <= 2 * n - at - 1:
                line[at] = symbol
                place(at + 1, new_depth)

    place(0, 0)
    return found


a, b = stdin.read().split()
print(solve(int(a)) % int(b))
