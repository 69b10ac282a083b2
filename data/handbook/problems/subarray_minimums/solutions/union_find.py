# from the greatest number down: every number joins the blocks beside it that are already there
n = int(input())
a = list(map(int, input().split()))
p = list(range(n))
size = [0] * n


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


ans = 0
for i in sorted(range(n), key=lambda i: -a[i]):
    l = r = 0
    if i > 0 and size[find(i - 1)]:
        l = size[find(i - 1)]
        p[find(i - 1)] = i
    if i < n - 1 and size[find(i + 1)]:
        r = size[find(i + 1)]
        p[find(i + 1)] = i
    size[i] = l + r + 1
    ans += a[i] * (l + 1) * (r + 1)
print(ans)
