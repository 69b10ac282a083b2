n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
label = list(range(n + 1))
changed = True
while changed:
    changed = False
    for a, b in edges:
        low = min(label[a], label[b])
        if label[a] != low or label[b] != low:
            label[a] = label[b] = low
            changed = True
print(len(set(label[1:])))
