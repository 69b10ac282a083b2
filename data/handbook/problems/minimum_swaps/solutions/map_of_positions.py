n = int(input())
a = list(map(int, input().split()))
b = sorted(a)
pos = {}
for i in range(n):
    pos[a[i]] = i
ans = 0
for i in range(n):
    if a[i] != b[i]:
        ans += 1
        j = pos[b[i]]
        pos[a[i]] = j
        pos[b[i]] = i
        a[i], a[j] = a[j], a[i]
print(ans)
