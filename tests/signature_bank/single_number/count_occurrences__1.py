n = int(input())
d = {}
for x in map(int, input().split()):
    d[x] = d.get(x, 0) + 1
for x in d:
    if d[x] == 1:
        print(x)
