import fileinput

for line in fileinput.input():
    if not line.strip():
        continue
    S, A, B, C, M = [int(w) for w in line.split()]
    seen = {}
    while S not in seen:
        seen[S] = True
        S = (A * S ** 2 + B * S + C) % M
    # a dictionary keeps the order of its keys
    order = list(seen)
    cycle = order[order.index(S):]
    print("%d %d" % (len(order) - len(cycle), len(cycle)))
