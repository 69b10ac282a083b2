n = int(input())
s = set()
for _ in range(n):
    a, b, c, d = map(int, input().split())
    for x in range(a, c):
        for y in range(b, d):
            s.add((x, y))
print(len(s))
