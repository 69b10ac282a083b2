n = int(input())
a = list(map(int, input().split()))
home = {x: i for i, x in enumerate(sorted(a))}
cnt = 0
for i in range(n):
    while home[a[i]] != i:
        j = home[a[i]]
        a[i], a[j] = a[j], a[i]
        cnt += 1
print(cnt)
