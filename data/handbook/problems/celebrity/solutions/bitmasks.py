n = int(input())
known = (1 << n) - 1
rows = []
for i in range(n):
    m = 0
    for j, x in enumerate(input().split()):
        if x == "1":
            m |= 1 << j
    m |= 1 << i
    rows.append(m)
    known &= m
# known: bits of those whom all know
ans = -1
for i in range(n):
    if known >> i & 1 and rows[i] == 1 << i:
        ans = i + 1
print(ans)
