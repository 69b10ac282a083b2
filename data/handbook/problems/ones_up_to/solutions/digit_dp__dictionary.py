import sys
from typing import Dict, Tuple


def count_ones(n: int) -> int:
    bits = [int(ch) for ch in format(n, "b")]
    memo: Dict[Tuple[int, int, bool], int] = {}

    def visit(position: int, ones: int, below: bool) -> int:
        if position == len(bits):
            return ones
        key = (position, ones, below)
        if key in memo:
            return memo[key]
        result = visit(position + 1, ones, below or bits[position] == 1)
        if below or bits[position] == 1:
            result += visit(position + 1, ones + 1, below)
        memo[key] = result
        return result

    return visit(0, 0, False)


def main():
    n = int(sys.stdin.read().strip())
    print(count_ones(n))


main()
