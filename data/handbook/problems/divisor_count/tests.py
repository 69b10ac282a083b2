"""Inputs of divisor_count: one, primes, squares of primes, powers of two, the number with the most divisors."""


def cases(rng):
    return {
        "public": ["12\n", "7\n"],
        "private": ["1\n", "2\n", "36\n", "97\n", "1024\n", "30030\n"],
        # the greatest prime, the square of one, the most divisors, anything
        "generated": ["39989\n", "39601\n", "27720\n", f"{rng.randint(20000, 40000)}\n"],
    }
