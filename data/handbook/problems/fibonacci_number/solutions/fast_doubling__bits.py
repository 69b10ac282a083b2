import sys


def main():
    n, m = (int(t) for t in sys.stdin.read().split())
    f, g = 0, 1 % m
    for bit in bin(n)[2:]:
        double = f * ((g << 1) - f)
        double_next = f ** 2 + g ** 2
        if bit == "1":
            f, g = double_next, double + double_next
        else:
            f, g = double, double_next
        f %= m
        g %= m
    sys.stdout.write(str(f) + "\n")


if __name__ == "__main__":
    main()
