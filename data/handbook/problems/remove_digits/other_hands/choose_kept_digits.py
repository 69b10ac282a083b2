number, crossed = open(0).read().split()
n = len(number)
stay = n - int(crossed)

best = float("inf")
for mask in range(1 << n):
    if bin(mask).count("1") != stay:
        continue
    value = 0
    for place, digit in enumerate(number):
        if mask >> place & 1:
            value = value * 10 + int(digit)
    if value < best:
        best = value
print(best)
