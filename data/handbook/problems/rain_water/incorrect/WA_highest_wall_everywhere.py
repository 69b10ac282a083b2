n = int(input())
h = list(map(int, input().split()))
top = best = 0
for x in h:
    top = max(top, x)
    best += top - x
print(best)
