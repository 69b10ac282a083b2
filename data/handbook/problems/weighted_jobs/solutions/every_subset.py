n = int(input())
jobs = [tuple(map(int, input().split())) for _ in range(n)]
jobs.sort()
best = 0
for mask in range(1 << n):
    free = 0
    pay = 0
    for i in range(n):
        if mask >> i & 1:
            s, e, v = jobs[i]
            if s < free:
                break
            free = e
            pay += v
    else:
        best = max(best, pay)
print(best)
