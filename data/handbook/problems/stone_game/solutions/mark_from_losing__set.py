import sys


def winning_piles(moves: list[int], top: int) -> set[int]:
    winning: set[int] = set()
    for pile in range(top + 1):
        if pile in winning:
            continue
        # nobody marked it, so all its moves lead to winning piles
        winning.update(pile + move for move in moves if pile + move <= top)
    return winning


numbers = list(map(int, sys.stdin.read().split()))
k, q, *rest = numbers
moves, piles = rest[:k], rest[k:]
won = winning_piles(moves, max(piles))
print(*("first" if pile in won else "second" for pile in piles), sep="\n")
