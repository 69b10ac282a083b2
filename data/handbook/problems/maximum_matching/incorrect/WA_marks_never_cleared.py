a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y - 1)
mt = [-1] * b
used = [False] * a


def dfs(v):
    if used[v]:
        return False
    used[v] = True
    for y in g[v]:
        if mt[y] == -1 or dfs(mt[y]):
            mt[y] = v
            return True
    return False


print(sum(dfs(v) for v in range(a)))
