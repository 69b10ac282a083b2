n = int(input())
g = [""]
for _ in range(n):
    g = ["0" + x for x in g] + ["1" + x for x in reversed(g)]
print(*g)
