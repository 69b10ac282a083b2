n = int(input())
best = 0
who = 0
for i in range(1, n + 1):
    x = i
    c = 1
    while x != 1:
        if x % 2 == 0:
            x //= 2
        else:
            x = 3 * x + 1
        c += 1
    if c > best:
        best = c
        who = i
print(who, best)
