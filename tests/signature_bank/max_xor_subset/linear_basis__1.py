n = int(input())
a = list(map(int, input().split()))
basis = [0] * 40
for x in a:
    for b in range(39, -1, -1):
        if not x >> b & 1:
            continue
        if basis[b] == 0:
            basis[b] = x
            break
        x ^= basis[b]
r = 0
for b in range(39, -1, -1):
    r = max(r, r ^ basis[b])
print(r)
