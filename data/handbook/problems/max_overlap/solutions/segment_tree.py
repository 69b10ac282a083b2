import sys

input = sys.stdin.readline
N = 512
mx = [0] * (2 * N)
add = [0] * (2 * N)


def update(v, l, r, a, b):
    # add 1 on a..b
    if b < l or r < a:
        return
    if a <= l and r <= b:
        mx[v] += 1
        add[v] += 1
        return
    m = (l + r) // 2
    update(2 * v, l, m, a, b)
    update(2 * v + 1, m + 1, r, a, b)
    mx[v] = max(mx[2 * v], mx[2 * v + 1]) + add[v]


n = int(input())
for _ in range(n):
    a, b = map(int, input().split())
    update(1, 0, N - 1, a, b)
print(mx[1])
