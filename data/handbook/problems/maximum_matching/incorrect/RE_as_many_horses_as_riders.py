n, _, k = map(int, input().split())
ok = [[False] * n for _ in range(n)]
for _ in range(k):
    x, y = map(int, input().split())
    ok[x - 1][y - 1] = True
mt = [-1] * n


def dfs(v, seen):
    for y in range(n):
        if ok[v][y] and y not in seen:
            seen.add(y)
            if mt[y] < 0 or dfs(mt[y], seen):
                mt[y] = v
                return True
    return False


print(sum(dfs(v, set()) for v in range(n)))
