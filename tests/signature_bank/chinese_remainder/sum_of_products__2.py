from math import prod


def inverse(a, m):
    old_r, r, old_s, s = a, m, 1, 0
    while r:
        quotient = old_r // r
        old_r, r = r, old_r - quotient * r
        old_s, s = s, old_s - quotient * s
    return old_s % m


def crt(remainders, moduli):
    product = prod(moduli)
    return sum(a * (product // m) * inverse(product // m, m) for a, m in zip(remainders, moduli)) % product


def main():
    pairs = [list(map(int, input().split())) for _ in range(int(input()))]
    remainders, moduli = zip(*pairs)
    print(crt(remainders, moduli))


if __name__ == "__main__":
    main()
