n = int(input())
cand, votes = -1, 0
for x in map(int, input().split()):
    if votes == 0:
        cand = x
    votes += 1 if x == cand else -1
print(cand)
