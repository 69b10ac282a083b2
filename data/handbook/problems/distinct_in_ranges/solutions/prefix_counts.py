n, q = map(int, input().split())
a = list(map(int, input().split()))
vals = sorted(set(a))
pre = []
for v in vals:
    row = [0] * (n + 1)
    for i in range(n):
        row[i + 1] = row[i] + (a[i] == v)
    pre.append(row)
for _ in range(q):
    l, r = map(int, input().split())
    cnt = 0
    for row in pre:
        if row[r] - row[l - 1] > 0:
            cnt += 1
    print(cnt)
