# bit i of the state: the pattern's first i + 1 letters end here
t, p = (input() for _ in range(2))
mask = {}
for i, c in enumerate(p):
    mask.setdefault(c, []).append(i)
for c, places in mask.items():
    bits = bytearray(len(p) // 8 + 1)
    for i in places:
        bits[i >> 3] |= 1 << (i & 7)
    mask[c] = int.from_bytes(bits, "little")
goal = len(p) - 1
state = 0
ans = 0
for c in t:
    state = (state << 1 | 1) & mask.get(c, 0)
    ans += state >> goal
print(ans)
