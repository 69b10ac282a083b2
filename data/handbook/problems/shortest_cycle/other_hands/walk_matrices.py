import sys

text = sys.stdin.read().split()
N = int(text[0])
R = range(N)
adj = [[0] * N for _ in R]
ends = [int(t) - 1 for t in text[2:]]
while ends:
    q, p = ends.pop(), ends.pop()
    adj[p][q] += 1
    adj[q][p] += 1
degree = list(map(sum, adj))


def longer(one, two, length):
    # prepend a step to the walks `two`; those that start with a U-turn are built on `one`
    out = []
    for i in R:
        less = degree[i] - (length > 2)
        out.append([sum(adj[i][x] * two[x][j] for x in R) - less * one[i][j] for j in R])
    return out


older = [[int(i == j) for j in R] for i in R]
newer = adj
answer = -1
for length in range(2, N + 1):
    older, newer = newer, longer(older, newer, length)
    if length > 2 and any(newer[i][i] for i in R):
        answer = length
        break
print(answer)
