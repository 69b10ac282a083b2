from itertools import permutations

source, target = input().split()
input()
vocab = list(dict.fromkeys([source] + input().split()))
arcs = []
for i, j in permutations(range(len(vocab)), 2):
    mismatch = [p for p, q in zip(vocab[i], vocab[j]) if p != q]
    if len(mismatch) == 1:
        arcs.append((i, j))

cost = [0] + [None] * (len(vocab) - 1)
for _ in vocab:
    stable = True
    for i, j in arcs:
        if cost[i] is None:
            continue
        if cost[j] is None or cost[j] > cost[i] + 1:
            cost[j] = cost[i] + 1
            stable = False
    if stable:
        break

result = cost[vocab.index(target)] if target in vocab else None
print(-1 if result is None else result)
