n = int(input())
a = list(map(int, input().split()))
p = a[0]
q = max(a[:2])
for x in a[2:]:
    p, q = q, max(q, p + x, x)
print(q)
