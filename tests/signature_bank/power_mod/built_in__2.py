import sys


def solve() -> None:
    x, y, z = [int(v) for v in sys.stdin.readline().split()]
    answer = pow(x, y, z)
    sys.stdout.write(f"{answer}\n")


solve()
