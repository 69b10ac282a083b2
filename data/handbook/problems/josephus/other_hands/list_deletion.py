a, b = input().split()
circle = [*range(1, int(a) + 1)]
step = int(b) - 1
at = 0
while circle[1:]:
    at += step
    while at >= len(circle):
        at -= len(circle)
    circle = circle[:at] + circle[at + 1:]
print(*circle)
