n = int(input())
a = list(map(int, input().split()))
cand, votes = None, 0
for x in a:
    if votes == 0:
        cand = x
    votes += 1 if x == cand else -1
print(cand if a.count(cand) * 2 > n else -1)
