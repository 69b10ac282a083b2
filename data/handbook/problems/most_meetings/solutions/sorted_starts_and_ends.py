n = int(input())
a, b = [], []
for _ in range(n):
    s, e = map(int, input().split())
    a.append(s)
    b.append(e)
a.sort()
b.sort()
i = j = cur = best = 0
while i < n:
    if a[i] < b[j]:
        cur += 1
        i += 1
        best = max(best, cur)
    else:
        cur -= 1
        j += 1
print(best)
