n = int(input())
g = [input() for _ in range(n)]


def go(r, cols, s, d):
    if r == n:
        return 1
    t = 0
    for c in range(n):
        if g[r][c] == "." and c not in cols and r + c not in s and r - c not in d:
            t += go(r + 1, cols | {c}, s | {r + c}, d | {r - c})
    return t


# the other half is the mirror image
ans = 0
for c in range(n // 2):
    if g[0][c] == ".":
        ans += 2 * go(1, {c}, {c}, {-c})
if n % 2 and g[0][n // 2] == ".":
    ans += go(1, {n // 2}, {n // 2}, {-(n // 2)})
print(ans)
