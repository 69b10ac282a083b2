# Warshall on states (person, parity): 2v after an even number of steps, 2v + 1 after an odd number
n, m = map(int, input().split())
N = 2 * n
reach = [[i == j for j in range(N)] for i in range(N)]
for _ in range(m):
    a, b = map(int, input().split())
    a, b = 2 * (a - 1), 2 * (b - 1)
    reach[a][b + 1] = reach[a + 1][b] = True
    reach[b][a + 1] = reach[b + 1][a] = True
for k in range(N):
    for i in range(N):
        if reach[i][k]:
            for j in range(N):
                if reach[k][j]:
                    reach[i][j] = True
print("NO" if any(reach[2 * v][2 * v + 1] for v in range(n)) else "YES")
