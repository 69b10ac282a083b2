"""Inputs of greatest_common_divisor: one number, ones, equal numbers, powers, coprime numbers without a common pair."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def multiples(g, n):
        return [g * rng.randint(1, 20000 // g) for _ in range(n)]

    return {
        "public": [case([12, 18, 30]), case([7, 5])],
        "private": [case([1]), case([20000]), case([6, 10, 15]), case([64, 16, 48]), case([17, 17, 17]), case([19997, 19997])],
        "generated": [case(multiples(36, 30)), case(multiples(97, 20)), case(multiples(1024, 15)), case(multiples(1, 30))],
    }
