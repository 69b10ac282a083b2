n, k = map(int, input().split())
tree = [0] * (n + 1)
for i in range(1, n + 1):
    tree[i] = i & -i
pos = 0
for left in range(n, 1, -1):
    pos = (pos + k - 1) % left
    i, rest = 0, pos + 1
    for b in range(10, -1, -1):
        j = i + (1 << b)
        if j <= n and tree[j] < rest:
            rest -= tree[j]
            i = j
    i += 1
    while i <= n:
        tree[i] -= 1
        i += i & -i
# the one that is left is behind all that have nobody before them
i = 0
for b in range(10, -1, -1):
    j = i + (1 << b)
    if j <= n and tree[j] == 0:
        i = j
print(i + 1)
