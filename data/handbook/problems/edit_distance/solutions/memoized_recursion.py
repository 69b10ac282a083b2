import sys

sys.setrecursionlimit(10000)
s = sys.stdin.readline().strip()
t = sys.stdin.readline().strip()
memo = {}


def f(i, j):
    if i == len(s):
        return len(t) - j
    if j == len(t):
        return len(s) - i
    key = i * 1000 + j
    if key in memo:
        return memo[key]
    if s[i] == t[j]:
        res = f(i + 1, j + 1)
    else:
        res = 1 + min(f(i + 1, j), f(i, j + 1), f(i + 1, j + 1))
    memo[key] = res
    return res


print(f(0, 0))
