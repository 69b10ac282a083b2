a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y)
taken = set()
# riders with the fewest horses choose first
for horses in sorted(g, key=len):
    for y in horses:
        if y not in taken:
            taken.add(y)
            break
print(len(taken))
