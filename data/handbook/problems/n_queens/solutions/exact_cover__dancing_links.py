# Knuth's dancing links; rows and columns must be covered, diagonals may be
n = int(input())
grid = [input() for _ in range(n)]

must = 2 * n
names = must + 2 * (2 * n - 1)
L = list(range(names + 1))
R = list(range(names + 1))
U = list(range(names + 1))
D = list(range(names + 1))
C = list(range(names + 1))
size = [0] * (names + 1)
for h in range(1, must + 1):
    L[h], R[h] = h - 1, (h + 1) % (must + 1)
L[0], R[0] = must, 1

for i in range(n):
    for j in range(n):
        if grid[i][j] == "#":
            continue
        first = len(C)
        for k, h in enumerate((1 + i, 1 + n + j, 1 + must + i + j, must + 2 * n + i - j + n - 1)):
            x = first + k
            C.append(h)
            U.append(U[h])
            D.append(h)
            D[U[h]] = x
            U[h] = x
            L.append(first + (k + 3) % 4)
            R.append(first + (k + 1) % 4)
            size[h] += 1


def ring(link, x):
    y = link[x]
    while y != x:
        yield y
        y = link[y]


def cover(h):
    L[R[h]], R[L[h]] = L[h], R[h]
    for i in ring(D, h):
        for j in ring(R, i):
            U[D[j]], D[U[j]] = U[j], D[j]
            size[C[j]] -= 1


def uncover(h):
    for i in ring(U, h):
        for j in ring(L, i):
            size[C[j]] += 1
            U[D[j]] = D[U[j]] = j
    L[R[h]] = R[L[h]] = h


def search():
    if R[0] == 0:
        return 1
    h = min(ring(R, 0), key=size.__getitem__)
    cover(h)
    total = 0
    for r in ring(D, h):
        for j in ring(R, r):
            cover(C[j])
        total += search()
        for j in ring(L, r):
            uncover(C[j])
    uncover(h)
    return total


print(search())
