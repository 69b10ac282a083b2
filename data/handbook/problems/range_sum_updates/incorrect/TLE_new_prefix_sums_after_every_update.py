n, q = map(int, input().split())
a = list(map(int, input().split()))


def prefix_sums():
    p = {0: 0}
    for i in range(1, n + 1):
        p[i] = p[i - 1] + a[i - 1]
    return p


p = prefix_sums()
for _ in range(q):
    op, i, j = input().split()
    i, j = int(i), int(j)
    if op == "+":
        a[i - 1] += j
        p = prefix_sums()
    else:
        print(p[j] - p[i - 1])
