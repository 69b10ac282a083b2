n = int(input())
a = list(map(int, input().split()))
order = sorted(range(n), key=lambda i: a[i])
seen = [False] * n
ans = 0
for i in range(n):
    length = 0
    while not seen[i]:
        seen[i] = True
        i = order[i]
        length += 1
    if length:
        ans += length - 1
print(ans)
