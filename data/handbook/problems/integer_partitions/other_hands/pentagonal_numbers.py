import sys


def main():
    n = int(sys.stdin.readline())
    # k = 1, -1, 2, -2, 3, ...
    steps = []
    k = 1
    while k * (3 * k - 1) // 2 <= n:
        steps.append((k * (3 * k - 1) // 2, k % 2))
        k = -k if k > 0 else 1 - k
    ways = [0] * n + [1] + [0] * n  # ways[n + i] belongs to i
    for i in range(n + 1, 2 * n + 1):
        for g, odd in steps:
            if odd:
                ways[i] += ways[i - g]
            else:
                ways[i] -= ways[i - g]
    print(ways[2 * n])


main()
