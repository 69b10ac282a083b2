import sys


def main():
    MOD = 1_000_000_007
    remaining = int(sys.stdin.readline())
    previous = 0
    current = 1
    while remaining > 0:
        following = (previous + current) % MOD
        previous = current
        current = following
        remaining -= 1
    print(current)


main()
