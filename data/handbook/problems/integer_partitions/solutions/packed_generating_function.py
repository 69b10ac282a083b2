# the product of 1 / (1 - x^k), one coefficient in 16 bits
n = int(input())
size = n + 1
series = 1
for k in range(1, size):
    step = k
    while step < size:
        series += series << 16 * step
        series &= (1 << 16 * size) - 1
        step *= 2
print(series >> 16 * n)
