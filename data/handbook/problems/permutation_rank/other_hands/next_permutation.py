def advance(seq):
    k = max(i for i in range(len(seq) - 1) if seq[i] < seq[i + 1])
    tail = seq[k + 1:]
    tail.reverse()
    for t, v in enumerate(tail):
        if v > seq[k]:
            tail[t] = seq[k]
            return seq[:k] + [v] + tail


size = int(input())
goal = [int(t) for t in input().split()]
steps = 1
now = [*range(1, size + 1)]
while now != goal:
    now = advance(now)
    steps += 1
print(steps)
