# the whole map is one number; a column of water at the right end of each row keeps rows apart
r, c = map(int, input().split())
w = c + 1
land = 0
for i in range(r):
    for j, ch in enumerate(input()):
        if ch == "#":
            land |= 1 << (i * w + j)
ans = 0
while land:
    f = land & -land
    while True:
        g = (f | f << 1 | f >> 1 | f << w | f >> w) & land
        if g == f:
            break
        f = g
    land ^= f
    ans += 1
print(ans)
