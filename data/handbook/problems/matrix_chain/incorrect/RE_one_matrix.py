n = int(input())
d = list(map(int, input().split()))


def go(i, j):
    if j - i == 2:
        return d[i] * d[i + 1] * d[j]
    left = d[i] * d[i + 1] * d[j] + go(i + 1, j)
    right = d[i] * d[j - 1] * d[j] + go(i, j - 1)
    inner = [go(i, k) + go(k, j) + d[i] * d[k] * d[j] for k in range(i + 2, j - 1)]
    return min([left, right] + inner)


print(go(0, n))
