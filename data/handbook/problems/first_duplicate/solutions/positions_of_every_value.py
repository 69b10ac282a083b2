from collections import defaultdict

n = int(input())
a = list(map(int, input().split()))
pos = defaultdict(list)
for i in range(n):
    pos[a[i]].append(i)
second = [p[1] for p in pos.values() if len(p) > 1]
print(a[min(second)] if second else -1)
