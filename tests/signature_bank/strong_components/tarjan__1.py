import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
num = [0] * (n + 1)
low = [0] * (n + 1)
on = [False] * (n + 1)
st = []
t = 0
ans = 0

def dfs(u):
    global t, ans
    t += 1
    num[u] = low[u] = t
    st.append(u)
    on[u] = True
    for v in g[u]:
        if num[v] == 0:
            dfs(v)
            low[u] = min(low[u], low[v])
        elif on[v]:
            low[u] = min(low[u], num[v])
    if low[u] == num[u]:
        ans += 1
        while True:
            v = st.pop()
            on[v] = False
            if v == u:
                break

for i in range(1, n + 1):
    if num[i] == 0:
        dfs(i)
print(ans)
