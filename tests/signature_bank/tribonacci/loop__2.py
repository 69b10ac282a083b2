import sys


def tribonacci(n, mod):
    t = [0, 1, 1]
    for i in range(3, n + 1):
        t.append((t[i - 1] + t[i - 2] + t[i - 3]) % mod)
    return t[n]


if __name__ == "__main__":
    n, mod = map(int, sys.stdin.read().split())
    print(tribonacci(n, mod))
