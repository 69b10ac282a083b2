n = int(input())
a = list(map(int, input().split()))
steps = [0] * n
for i in range(n):
    for j in range(i):
        if a[j] < a[i]:
            steps[i] = max(steps[i], steps[j] + 1)
print(max(steps))
