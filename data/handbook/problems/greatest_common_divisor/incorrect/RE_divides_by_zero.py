n = int(input())
a = list(map(int, input().split()))
g = a[0]
for x in a[1:]:
    while g % x:
        g, x = x, g % x
    g, x = x, g % x
    if g % x:
        g = 1
print(g)
