n, q = map(int, input().split())
a = list(map(int, input().split()))
size = 1
while size < n:
    size *= 2
tree = [0] * size + a + [0] * (size - n)
for i in range(size - 1, 0, -1):
    tree[i] = min(tree[2 * i], tree[2 * i + 1])
for _ in range(q):
    l, r = map(int, input().split())
    l += size - 1
    r += size
    best = 0
    while l < r:
        if l & 1:
            best = min(best, tree[l])
            l += 1
        if r & 1:
            r -= 1
            best = min(best, tree[r])
        l //= 2
        r //= 2
    print(best)
