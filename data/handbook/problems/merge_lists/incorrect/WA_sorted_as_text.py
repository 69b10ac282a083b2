k = int(input())
a = []
for _ in range(k):
    a += input().split()[1:]
a.sort()
print(*a)
