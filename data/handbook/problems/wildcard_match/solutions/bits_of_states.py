# bit i of cur: the first i symbols of the pattern match what was read
p = input()
m = len(p)
stars = 0
for i in range(m):
    if p[i] == "*":
        stars |= 1 << i
go = {}
for c in "abcdefghijklmnopqrstuvwxyz":
    go[c] = 0
    for i in range(m):
        if p[i] == c or p[i] == "?":
            go[c] |= 1 << i


def skip(x):
    for i in range(m):
        if x >> i & 1 and stars >> i & 1:
            x |= 1 << (i + 1)
    return x


for _ in range(int(input())):
    cur = skip(1)
    for c in input():
        cur = skip((cur & go[c]) << 1 | (cur & stars))
    print("YES" if cur >> m & 1 else "NO")
