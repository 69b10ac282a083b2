from itertools import accumulate

n = int(input())
G = list(map(int, input().split()))
C = list(map(int, input().split()))
D = [x - y for x, y in zip(G, C)] * 2
S = list(accumulate(D, initial=0))

LOG = [0, 0]
while len(LOG) <= len(S):
    LOG.append(LOG[len(LOG) >> 1] + 1)

T = [S]
for k in range(LOG[len(S)]):
    step = 1 << k
    T.append(list(map(min, T[k], T[k][step:])))


def low(i, j):
    """least of S[i:j]"""
    k = LOG[j - i]
    x, y = T[k][i], T[k][j - (1 << k)]
    return x if x < y else y


ok = [i for i in range(n) if low(i, i + n + 1) == S[i]]
print(ok[0] + 1 if ok else -1)
