h, w = map(int, input().split())
a = [input() for _ in range(h)]
best = 0
for i in range(h):
    for j in range(w):
        for k in range(1, min(h - i, w - j) + 1):
            ok = True
            for t in range(k):
                if "0" in (a[i][j + t], a[i + k - 1][j + t], a[i + t][j], a[i + t][j + k - 1]):
                    ok = False
            if ok:
                best = max(best, k)
print(best)
