from itertools import count

length = int(input())
seq = list(map(int, input().split()))
layer = [0] * length
for number in count(1):
    floor = 10**10
    alive = False
    for k, v in enumerate(seq):
        if layer[k]:
            continue
        alive = True
        if v <= floor:
            floor = v
            layer[k] = number
    if not alive:
        break
print(max(layer))
