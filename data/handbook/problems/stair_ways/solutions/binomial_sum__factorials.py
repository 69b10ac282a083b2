import sys


def main() -> None:
    n = int(sys.stdin.readline())
    mod = 10**9 + 7
    fact = [1] * (n + 1)
    for i in range(1, n + 1):
        fact[i] = fact[i - 1] * i % mod
    inverse = [pow(f, mod - 2, mod) for f in fact]

    def choose(top: int, bottom: int) -> int:
        return fact[top] * inverse[bottom] % mod * inverse[top - bottom] % mod

    answer = 0
    doubles = 0
    while 2 * doubles <= n:
        answer += choose(n - doubles, doubles)
        doubles += 1
    print(answer % mod)


main()
