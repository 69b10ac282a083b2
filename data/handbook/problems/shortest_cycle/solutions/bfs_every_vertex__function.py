import sys
data = list(map(int, sys.stdin.read().split()))
n, m = data[0], data[1]
INF = 10 ** 9
adj = [[0] * n for _ in range(n)]
for u, v in zip(data[2::2], data[3::2]):
    adj[u-1][v-1] = adj[v-1][u-1] = 1
ans = INF

def bfs(root):
    global ans
    d = [INF] * n
    p = [-1] * n
    d[root] = 0
    queue = [root]
    head = 0
    while head < len(queue):
        x = queue[head]
        head += 1
        if 2 * d[x] + 1 >= ans:
            return # nothing shorter any more
        for y in range(n):
            if not adj[x][y] or y == p[x]:
                continue
            if d[y] == INF:
                d[y] = d[x] + 1
                p[y] = x
                queue.append(y)
            elif d[x] + d[y] + 1 < ans:
                ans = d[x] + d[y] + 1

for root in range(n):
    bfs(root)
print(-1 if ans == INF else ans)
