r, c = map(int, input().split())
g = [input() for _ in range(r)]
p = list(range(r * c))


def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x


ans = 0
for i in range(r):
    for j in range(c):
        if g[i][j] == "#":
            ans += 1
            if i and g[i - 1][j] == "#":
                a, b = find(i * c + j), find((i - 1) * c + j)
                if a != b:
                    p[a] = b
                    ans -= 1
            if j and g[i][j - 1] == "#":
                a, b = find(i * c + j), find(i * c + j - 1)
                if a != b:
                    p[a] = b
                    ans -= 1
print(ans)
