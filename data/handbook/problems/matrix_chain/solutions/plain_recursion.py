# at most 8 matrices: no memo needed
n = int(input())
d = list(map(int, input().split()))


def best(i, j):
    if j - i == 1:
        return 0
    r = 10**9
    for k in range(i + 1, j):
        r = min(r, best(i, k) + best(k, j) + d[i] * d[k] * d[j])
    return r


print(best(0, n))
