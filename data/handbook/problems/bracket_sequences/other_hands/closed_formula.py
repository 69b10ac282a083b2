def choose(top, bottom):
    value = 1
    for step in range(bottom):
        value = value * (top - step) // (step + 1)
    return value


pairs, mod = [int(w) for w in open(0).read().split()]
central = choose(2 * pairs, pairs)
print(central // (pairs + 1) % mod)
