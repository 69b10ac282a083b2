n = int(input())
g = [input().strip() for i in range(n)]
col = [False] * n
d1 = [False] * (2 * n)
d2 = [False] * (2 * n)
ans = 0


def go(r):
    global ans
    if r == n:
        ans += 1
        return
    for c in range(n):
        if g[r][c] == "." and not col[c] and not d1[r + c] and not d2[r - c + n]:
            col[c] = d1[r + c] = d2[r - c + n] = True
            go(r + 1)
            col[c] = d1[r + c] = d2[r - c + n] = False


go(0)
print(ans)
