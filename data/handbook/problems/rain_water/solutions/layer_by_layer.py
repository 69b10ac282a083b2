# at every level: the cells between the first and the last wall that reach it, less the walls
n = int(input())
h = list(map(int, input().split()))
ans = 0
for level in range(1, max(h) + 1):
    w = [i for i in range(n) if h[i] >= level]
    ans += w[-1] - w[0] + 1 - len(w)
print(ans)
