from bisect import bisect_left

eggs, tower = map(int, input().split())
row = [*range(tower + 1)]
while eggs > 1:
    eggs -= 1
    fewer, row = row, [0]
    for h in range(1, tower + 1):
        # number of floors x for which breaking is still cheaper than surviving
        cut = bisect_left(range(1, h), True, key=lambda x: fewer[x - 1] >= row[h - x])
        options = [fewer[cut]]
        if cut:
            options.append(row[h - cut])
        row.append(1 + min(options))
print(row[tower])
