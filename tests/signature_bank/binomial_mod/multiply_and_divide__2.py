def choose(n, k):
    k = min(k, n - k)
    result = 1
    for i in range(k):
        result *= n - i
        result //= i + 1
    return result


def main():
    n, k, mod = map(int, input().split())
    print(choose(n, k) % mod)


main()
