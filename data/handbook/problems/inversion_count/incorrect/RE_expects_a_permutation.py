n = int(input())
a = list(map(int, input().split()))
tree = [0] * (n + 1)
ans = 0
for k, v in enumerate(a):
    i = v
    ans += k
    while i > 0:
        ans -= tree[i]
        i -= i & -i
    i = v
    while i <= n:
        tree[i] += 1
        i += i & -i
print(ans)
