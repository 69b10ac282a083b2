import sys


def need(child, ratings, memo):
    if child not in memo:
        lower = [
            need(other, ratings, memo)
            for other in (child - 1, child + 1)
            if 0 <= other < len(ratings) and ratings[other] < ratings[child]
        ]
        memo[child] = max(lower, default=0) + 1
    return memo[child]


ratings = list(map(int, sys.stdin.read().split()))[1:]
memo = {}
print(sum(need(child, ratings, memo) for child in range(len(ratings))))
