import sys


def split(n):
    """Two factors of an odd n as near to each other as possible, without any square root."""
    # r = x*x - y*y - n, where x and y grow by one at a time
    x, y = 0, 0
    while x * x < n:
        x += 1
    r = x * x - n
    while r != 0:
        if r > 0:
            r -= 2 * y + 1
            y += 1
        else:
            r += 2 * x + 1
            x += 1
    return x - y, x + y


def main():
    out = []
    t = int(sys.stdin.readline())
    for _ in range(t):
        n = int(sys.stdin.readline())
        primes = []
        while not n & 1:
            primes.append(2)
            n >>= 1
        stack = [n] if n > 1 else []
        while stack:
            small, large = split(stack.pop())
            if small == 1:
                primes.append(large)
            else:
                stack.append(small)
                stack.append(large)
        primes.sort()
        out.append(" ".join(map(str, primes)))
    print(*out, sep="\n")


main()
