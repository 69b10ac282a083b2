from functools import lru_cache

p = input().strip()
q = int(input())


def solve(s):
    @lru_cache(None)
    def go(i, j):
        if i == len(p):
            return j == len(s)
        if p[i] == "*":
            if go(i + 1, j):
                return True
            return j < len(s) and go(i, j + 1)
        return j < len(s) and p[i] in ("?", s[j]) and go(i + 1, j + 1)

    return go(0, 0)


for _ in range(q):
    print("YES" if solve(input().strip()) else "NO")
