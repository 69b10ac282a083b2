import sys

input = sys.stdin.readline


def solve():
    n = int(input())
    prices = list(map(int, input().split()))
    ending_here = 0
    answer = 0
    for today in range(1, n):
        ending_here += prices[today] - prices[today - 1]
        if ending_here < 0:
            ending_here = 0
        if ending_here > answer:
            answer = ending_here
    print(answer)


solve()
