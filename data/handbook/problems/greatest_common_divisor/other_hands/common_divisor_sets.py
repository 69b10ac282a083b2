N = int(input())
shared = None
for word in input().split():
    v = int(word)
    mine = {k for k in range(1, v + 1) if not v % k}
    shared = mine if shared is None else shared.intersection(mine)
print(sorted(shared)[-1])
