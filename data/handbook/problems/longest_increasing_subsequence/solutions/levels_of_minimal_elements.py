# peel off, again and again, the numbers that have no smaller number before them; count the layers
n = int(input())
rest = list(map(int, input().split()))
layers = 0
while rest:
    layers += 1
    low = None
    nxt = []
    for x in rest:
        if low is None or x <= low:
            low = x
        else:
            nxt.append(x)
    rest = nxt
print(layers)
