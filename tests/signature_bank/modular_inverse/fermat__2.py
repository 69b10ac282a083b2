def main():
    a, p = map(int, input().split())
    result, base, e = 1, a, p - 2
    while e:
        if e % 2 == 1:
            result = result * base % p
        base = base * base % p
        e //= 2
    print(result)


main()
