def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def main():
    limit = int(input())
    print(sum(gcd(a, b) == 1 for b in range(1, limit + 1) for a in range(1, b + 1)))


main()
