n = int(input())
jobs = [tuple(map(int, input().split())) for _ in range(n)]
jobs.sort(key=lambda j: j[1])
free = 0
total = 0
for s, e, v in jobs:
    if s >= free:
        total += v
        free = e
print(total)
