s, t = input().split()
n = int(input())
words = sorted(input().split())
seen = {s}


def dfs(w, d):
    if w == t:
        return d
    for v in words:
        if v not in seen and sum(x != y for x, y in zip(v, w)) == 1:
            seen.add(v)
            r = dfs(v, d + 1)
            if r >= 0:
                return r
    return -1


print(dfs(s, 0))
