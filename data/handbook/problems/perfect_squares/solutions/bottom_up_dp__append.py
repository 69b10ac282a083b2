import sys


def main() -> None:
    n = int(sys.stdin.readline())
    best = [0]
    while len(best) <= n:
        total = len(best)
        best.append(1 + min(best[total - k * k] for k in range(1, int(total**0.5) + 1)))
    print(best[-1])


if __name__ == "__main__":
    main()
