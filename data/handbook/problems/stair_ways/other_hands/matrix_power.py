from functools import reduce

MOD = 1000000007


def times(x, y):
    a, b, c, d = x
    e, f, g, h = y
    return (
        (a * e + b * g) % MOD,
        (a * f + b * h) % MOD,
        (c * e + d * g) % MOD,
        (c * f + d * h) % MOD,
    )


def push(power, bit):
    power = times(power, power)
    return times(power, (0, 1, 1, 1)) if bit == "1" else power


n = int(input())
print(reduce(push, format(n, "b"), (1, 0, 0, 1))[3])
