n, s = map(int, input().split())
sums = {}
for w in set(map(int, input().split())):
    for t, c in list(sums.items()):
        sums[t + w] = sums.get(t + w, 0) + c
    sums[w] = sums.get(w, 0) + 1
print(sums.get(s, 0) + (s == 0))
