# by value: numbers are entered from the smallest to the largest, at their position in a tree of maxima
n = int(input())
a = list(map(int, input().split()))
size = 1
while size < n:
    size *= 2
tree = [0] * (2 * size)


def query(node, lo, hi, end):
    """maximum over positions lo <= i < min(hi, end)"""
    if end <= lo or tree[node] == 0:
        return 0
    if hi <= end:
        return tree[node]
    mid = (lo + hi) // 2
    return max(query(2 * node, lo, mid, end), query(2 * node + 1, mid, hi, end))


for i in sorted(range(n), key=lambda i: (a[i], -i)):
    v = query(1, 0, size, i) + 1
    p = i + size
    while p and tree[p] < v:
        tree[p] = v
        p //= 2
print(tree[1])
