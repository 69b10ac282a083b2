import sys

sys.setrecursionlimit(100000)


def first_wins(stones, moves, memo):
    if stones in memo:
        return memo[stones]
    memo[stones] = any(stones >= m and not first_wins(stones - m, moves, memo) for m in moves)
    return memo[stones]


tokens = [int(t) for t in sys.stdin.read().split()]
memo = {}
result = ""
for stones in range(1, tokens[0] + 1):
    result += "W" if first_wins(stones, tokens[2:], memo) else "L"
print(result)
