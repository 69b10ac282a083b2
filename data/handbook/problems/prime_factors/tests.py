"""Inputs of prime_factors: 2 and the limit, large primes, squares of primes, powers of 2, products of two near and two far primes."""


def case(numbers):
    return f"{len(numbers)}\n" + "".join(f"{n}\n" for n in numbers)


def cases(rng):
    def numbers(low, high, count=10):
        return [rng.randint(low, high) for _ in range(count)]

    return {
        "public": [case([12, 7, 30]), case([9])],
        "private": [
            case([2]),
            case([3, 4, 25, 49, 121, 10201, 19321]),
            case([19997, 19993, 19991, 19979, 19973, 19963, 19961, 19949, 19937, 19927]),
            case([16384, 8192, 19683, 15625, 16807, 19600, 15015, 17017]),
            case([20000]),
            case([19998, 19994, 19981, 19879, 19043, 13843, 19939, 15707]),
        ],
        "generated": [
            case(numbers(2, 20000)),
            case(numbers(2, 100)),
            case([2 * n + 1 for n in numbers(8000, 9999)]),
            case([p * q for p, q in zip(numbers(100, 140), numbers(100, 140))]),
            case(numbers(19000, 20000, 9)),
        ],
    }
