k = int(input())
s = set()
for _ in range(k):
    s |= set(list(map(int, input().split()))[1:])
print(*sorted(s))
