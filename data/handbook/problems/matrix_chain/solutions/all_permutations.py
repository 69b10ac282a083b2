from itertools import permutations

n = int(input())
d = list(map(int, input().split()))
best = 10**9
# in which order the inner sizes disappear
for p in permutations(range(1, n)):
    gone = set()
    cost = 0
    for k in p:
        l, r = k - 1, k + 1
        while l in gone:
            l -= 1
        while r in gone:
            r += 1
        cost += d[l] * d[k] * d[r]
        if cost >= best:
            break
        gone.add(k)
    else:
        best = cost
print(best)
