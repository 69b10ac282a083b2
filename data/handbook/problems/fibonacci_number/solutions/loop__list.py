import sys


def main():
    line = sys.stdin.readline().split()
    n = int(line[0])
    m = int(line[1])
    fib = [0] * (n + 2)
    fib[1] = 1
    i = 2
    while i <= n:
        fib[i] = fib[i - 1] + fib[i - 2]
        if fib[i] >= m:
            fib[i] %= m
        i += 1
    print(fib[n] % m)


main()
