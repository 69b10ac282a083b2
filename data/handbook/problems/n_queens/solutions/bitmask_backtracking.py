n = int(input())
full = (1 << n) - 1
ok = []
for _ in range(n):
    s = input()
    v = 0
    for j in range(n):
        if s[j] == ".":
            v |= 1 << j
    ok.append(v)


def dfs(r, cols, left, right):
    if r == n:
        return 1
    res = 0
    avail = ok[r] & ~(cols | left | right)
    while avail:
        bit = avail & -avail
        avail ^= bit
        res += dfs(r + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1)
    return res


print(dfs(0, 0, 0, 0))
