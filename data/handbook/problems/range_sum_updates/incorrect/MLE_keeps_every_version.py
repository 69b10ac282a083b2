from itertools import accumulate

n, q = map(int, input().split())
a = list(map(int, input().split()))
versions = [[0, *accumulate(a)]]
questions = []
for _ in range(q):
    op, i, j = input().split()
    i, j = int(i), int(j)
    if op == "+":
        a[i - 1] += j
        versions.append([0, *accumulate(a)])
    else:
        questions.append((len(versions) - 1, i, j))
for v, i, j in questions:
    print(versions[v][j] - versions[v][i - 1])
