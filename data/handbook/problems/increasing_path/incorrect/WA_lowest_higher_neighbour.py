r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
ans = 0
for i in range(r):
    for j in range(c):
        x, y, k = i, j, 1
        while True:
            # go to the lowest of the higher neighbours
            up = [
                (a[p][q], p, q)
                for p, q in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
                if 0 <= p < r and 0 <= q < c and a[p][q] > a[x][y]
            ]
            if not up:
                break
            _, x, y = min(up)
            k += 1
        ans = max(ans, k)
print(ans)
