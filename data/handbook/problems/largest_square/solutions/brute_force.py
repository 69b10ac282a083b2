h, w = map(int, input().split())
a = [input() for _ in range(h)]
best = 0
for i in range(h):
    for j in range(w):
        for side in range(1, min(h - i, w - j) + 1):
            ok = True
            for x in range(i, i + side):
                for y in range(j, j + side):
                    if a[x][y] == "0":
                        ok = False
                        break
                if not ok:
                    break
            if ok and side > best:
                best = side
print(best)
