r, c = map(int, input().split())
g = [input() for _ in range(r)]
ans = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "#" and (i == 0 or g[i - 1][j] == ".") and (j == 0 or g[i][j - 1] == "."):
            ans += 1
print(ans)
