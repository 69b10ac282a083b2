def ones(v: int) -> int:
    c = 0
    while v > 0:
        v, r = divmod(v, 2)
        c += r
    return c


limit = int(input())
total = 0
k = 1
while k <= limit:
    total += ones(k)
    k += 1
print(total)
