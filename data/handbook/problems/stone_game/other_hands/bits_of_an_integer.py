import sys


def main():
    head, moves, piles = [list(map(int, line.split())) for line in sys.stdin.read().splitlines()[:3]]
    assert head == [len(moves), len(piles)]
    pattern = sum(1 << move for move in moves)
    won, stones = 0, 1  # a pile is a bit
    limit = 1 << max(piles)
    while stones <= limit:
        if won & stones == 0:
            won |= pattern * stones
        stones <<= 1
    digits = bin(won | limit << 40)[:1:-1]
    for pile in piles:
        print({"1": "first", "0": "second"}[digits[pile]])


main()
