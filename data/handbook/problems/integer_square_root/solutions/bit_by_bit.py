n = int(input())
r = 0
for b in range(16, -1, -1):
    if (r | 1 << b) ** 2 <= n:
        r |= 1 << b
print(r)
