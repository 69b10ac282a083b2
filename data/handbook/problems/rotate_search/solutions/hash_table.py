n, q = map(int, input().split())
a = list(map(int, input().split()))
pos = {}
for i in range(n):
    pos[a[i]] = i
for x in map(int, input().split()):
    print(pos.get(x, -1))
