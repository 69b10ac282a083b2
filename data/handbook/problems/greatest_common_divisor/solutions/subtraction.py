n = int(input())
a = list(map(int, input().split()))
g = a[0]
for x in a[1:]:
    while g != x:
        if g > x:
            g -= x
        else:
            x -= g
print(g)
