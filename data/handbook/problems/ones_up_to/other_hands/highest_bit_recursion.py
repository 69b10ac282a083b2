def total(n):
    """Ones in all the numbers of range(n)."""
    if n <= 1:
        return 0
    power, half_ones = 1, 0
    while power * 2 < n:
        half_ones = 2 * half_ones + power
        power *= 2
    above = n - power
    return half_ones + above + total(above)


print(total(int(open(0).readline()) + 1))
