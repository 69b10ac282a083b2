n = int(input())
a = list(map(int, input().split()))
basis = [0] * 10
for x in a:
    for b in range(9, -1, -1):
        if not x >> b & 1:
            continue
        if basis[b] == 0:
            basis[b] = x
            break
        x ^= basis[b]
ans = 0
for b in range(9, -1, -1):
    ans = max(ans, ans ^ basis[b])
print(ans)
