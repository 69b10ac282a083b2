n = int(input())
a = list(map(int, input().split()))
ans = 0
mask = 0
for b in range(30, -1, -1):
    mask |= 1 << b
    s = set(x & mask for x in a)
    t = ans | (1 << b)
    for p in s:
        if t ^ p in s:
            ans = t
            break
print(ans)
