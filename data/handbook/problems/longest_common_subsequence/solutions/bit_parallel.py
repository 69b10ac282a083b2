a = input()
b = input()
mask = {}
for i, c in enumerate(a):
    mask[c] = mask.get(c, 0) | 1 << i
full = (1 << len(a)) - 1
v = full
for c in b:
    u = v & mask.get(c, 0)
    v = ((v + u) | (v - u)) & full
print(len(a) - bin(v).count("1"))
