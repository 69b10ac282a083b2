n = int(input())
a = list(map(int, input().split()))
ans = 0
mask = 0
for b in range(9, -1, -1):
    mask |= 1 << b
    pre = set()
    for x in a:
        pre.add(x & mask)
    want = ans | 1 << b
    for p in pre:
        if p ^ want in pre:
            ans = want
            break
print(ans)
