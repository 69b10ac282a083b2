n = int(input())
seen = [False] * (n + 1)
for x in map(int, input().split()):
    seen[x] = True
print(seen.index(False))
