INF = float("inf")
n = int(input())
sr, sc = map(int, input().split())
tr, tc = map(int, input().split())
d = [[INF] * n for _ in range(n)]
d[sr - 1][sc - 1] = 0
changed = True
while changed:
    changed = False
    for r in range(n):
        for c in range(n):
            for i, j in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
                if 0 <= r + i < n and 0 <= c + j < n and d[r + i][c + j] + 1 < d[r][c]:
                    d[r][c] = d[r + i][c + j] + 1
                    changed = True
ans = d[tr - 1][tc - 1]
print(-1 if ans == INF else ans)
