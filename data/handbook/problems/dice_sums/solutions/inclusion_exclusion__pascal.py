import sys


def pascal(rows):
    triangle = [[1]]
    for r in range(1, rows + 1):
        above = triangle[-1]
        triangle.append([1] + [above[c - 1] + above[c] for c in range(1, r)] + [1])
    return triangle


def solve(n: int, k: int, s: int) -> int:
    if s < n:
        return 0
    # faces 0..k-1 are easier
    s -= n
    c = pascal(s + n)
    total, sign = 0, 1
    for bad in range(n + 1):
        rest = s - bad * k
        if rest < 0:
            break
        total += sign * c[n][bad] * c[rest + n - 1][n - 1]
        sign = -sign
    return total


if __name__ == "__main__":
    for line in sys.stdin:
        if line.strip():
            print(solve(*map(int, line.split())))
