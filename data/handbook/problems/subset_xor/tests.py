"""Inputs of subset_xor: one number, zeros, equal numbers, powers of two, dependent numbers, few high bits, random lists."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def spanned(n, rank):
        base = [rng.randint(1, 1023) for _ in range(rank)]
        result = []
        for _ in range(n):
            x = 0
            for b in base:
                if rng.random() < 0.5:
                    x ^= b
            result.append(x)
        return result

    powers = [1 << i for i in range(10)]
    rng.shuffle(powers)
    return {
        "public": [case([2, 4, 5]), case([12, 9, 7, 12])],
        "private": [
            case([0]),
            case([700]),
            case([0, 0, 0, 0]),
            case([513] * 6),
            case(powers),
            case([768, 640, 576, 544]),
        ],
        "generated": [
            case([rng.randint(0, 1023) for _ in range(12)]),
            case([rng.randint(512, 1023) for _ in range(5)]),
            case(spanned(12, 4)),
            case(spanned(11, 3)),
            case([rng.randint(0, 60) for _ in range(7)]),
        ],
    }
