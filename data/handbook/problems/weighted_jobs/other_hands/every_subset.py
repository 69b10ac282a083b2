from itertools import combinations, compress, product

n = int(input())
jobs = [tuple(map(int, input().split())) for _ in range(n)]
clash = [(i, j) for i, j in combinations(range(n), 2) if jobs[i][0] < jobs[j][1] and jobs[j][0] < jobs[i][1]]
pays = [job[2] for job in jobs]

best = 0
for chosen in product((False, True), repeat=n):
    if not any(chosen[i] and chosen[j] for i, j in clash):
        best = max(best, sum(compress(pays, chosen)))
print(best)
