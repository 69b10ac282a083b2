import sys


def main() -> None:
    n, k = (int(t) for t in sys.stdin.readline().split())
    pos = [int(t) for t in sys.stdin.readline().split()]
    every = sorted(abs(p - q) for i, p in enumerate(pos, 1) for q in pos[i:])
    print(every[k - 1])


main()
