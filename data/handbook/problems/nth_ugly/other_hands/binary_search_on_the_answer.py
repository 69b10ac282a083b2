def smooth(limit, primes):
    # numbers 1..limit built from the given primes only
    if limit == 0:
        return 0
    if not primes:
        return 1
    *others, p = primes
    total = 0
    while limit:
        total += smooth(limit, others)
        limit //= p
    return total


wanted = int(input())
small, big = 0, 1 << 20
# smooth(small) < wanted <= smooth(big)
while small + 1 != big:
    guess = (small + big) // 2
    if smooth(guess, [2, 3, 5]) < wanted:
        small = guess
    else:
        big = guess
print(big)
