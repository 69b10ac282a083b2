n, q = map(int, input().split())
a = list(map(int, input().split()))
ans = []
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    ans.append(min(a[l:r]))

for x in ans:
    print(x)
