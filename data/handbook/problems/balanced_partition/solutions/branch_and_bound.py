n = int(input())
a = sorted(map(int, input().split()), reverse=True)
rest = [0] * (n + 1)
for i in range(n - 1, -1, -1):
    rest[i] = rest[i + 1] + a[i]
best = rest[0]


def go(i, d):
    global best
    if d >= rest[i]:
        # everything left goes into the lighter bag
        best = min(best, d - rest[i])
        return
    if best <= rest[0] % 2:
        return
    go(i + 1, abs(d - a[i]))
    go(i + 1, d + a[i])


go(0, 0)
print(best)
