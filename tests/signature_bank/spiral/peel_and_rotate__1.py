n, m = map(int, input().split())
a = [input().split() for _ in range(n)]
res = []
while a:
    res += a.pop(0)
    a = list(zip(*a))[::-1]
print(*res)
