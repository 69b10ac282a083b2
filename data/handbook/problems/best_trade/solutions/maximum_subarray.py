# the profit is the sum of the daily changes in between: Kadane's algorithm on the changes
n = int(input())
p = list(map(int, input().split()))
d = [p[i + 1] - p[i] for i in range(n - 1)]
best = cur = 0
for x in d:
    cur = max(0, cur + x)
    best = max(best, cur)
print(best)
