import sys
from math import inf


def main():
    input = sys.stdin.readline
    n, m = map(int, input().split())
    price = [[inf for _ in range(n)] for _ in range(n)]
    for _ in range(m):
        a, b, c = map(int, input().split())
        if c < price[a - 1][b - 1]:
            price[a - 1][b - 1] = c
            price[b - 1][a - 1] = c
    nearest = price[0][:]  # cheapest cable from the tree to every house
    joined = [False] * n
    joined[0] = True
    total = 0
    for _ in range(n - 1):
        best = -1
        for house in range(n):
            if joined[house]:
                continue
            if best < 0 or nearest[house] < nearest[best]:
                best = house
        if nearest[best] == inf:
            print(-1)
            return
        joined[best] = True
        total += nearest[best]
        for house in range(n):
            nearest[house] = min(nearest[house], price[best][house])
    print(total)


main()
