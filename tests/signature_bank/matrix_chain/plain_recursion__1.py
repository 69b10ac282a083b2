n = int(input())
d = list(map(int, input().split()))

def go(i, j):
    if i + 1 == j:
        return 0
    return min(go(i, k) + go(k, j) + d[i] * d[k] * d[j] for k in range(i + 1, j))

print(go(0, n))
