k = int(input())
a = []
for _ in range(k):
    a += list(map(int, input().split()))[1:]
a.sort()
print(*a)
