from collections import Counter

n, s = map(int, input().split())
c = Counter(map(int, input().split()))
vals = sorted(c)
ans = 0
for x in vals:
    for y in vals:
        z = s - x - y
        if y < x or z < y or z not in c:
            continue
        if x == y == z:
            ans += c[x] * (c[x] - 1) * (c[x] - 2) // 6
        elif x == y:
            ans += c[x] * (c[x] - 1) // 2 * c[z]
        elif y == z:
            ans += c[x] * c[y] * (c[y] - 1) // 2
        else:
            ans += c[x] * c[y] * c[z]
print(ans)
