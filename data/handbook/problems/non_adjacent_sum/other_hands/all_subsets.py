from itertools import combinations

n = int(input())
w = list(map(int, input().split()))
best = 0
for r in range(1, (n + 1) // 2 + 1):
    for pick in combinations(range(n), r):
        ok = True
        for p, q in zip(pick, pick[1:]):
            if q == p + 1:
                ok = False
                break
        if ok:
            best = max(best, sum(w[i] for i in pick))
print(best)
