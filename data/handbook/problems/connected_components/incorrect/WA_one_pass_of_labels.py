n, m = map(int, input().split())
label = list(range(n + 1))
for _ in range(m):
    a, b = map(int, input().split())
    label[a] = label[b] = min(label[a], label[b])
print(len(set(label[1:])))
