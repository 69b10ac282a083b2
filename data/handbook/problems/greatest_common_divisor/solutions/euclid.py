input()
g = 0
for x in map(int, input().split()):
    while x:
        g, x = x, g % x
print(g)
