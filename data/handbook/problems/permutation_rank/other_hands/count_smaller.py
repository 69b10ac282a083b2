def position(perm):
    if len(perm) < 2:
        return 1
    head, *tail = perm
    block = 1
    for f in range(2, len(perm)):
        block *= f
    return block * len([v for v in tail if v < head]) + position(tail)


input()
print(position([int(t) for t in input().split()]))
