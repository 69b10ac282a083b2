import sys


def count_ones(n):
    """Bit b is 0 for 2**b numbers, then 1 for 2**b numbers, and so on; count the ones among 0..n."""
    numbers = n + 1
    total = 0
    for b in range(n.bit_length()):
        cycle = 1 << (b + 1)
        half = 1 << b
        total += (numbers // cycle) * half
        remainder = numbers % cycle
        if remainder > half:
            total += remainder - half
    return total


def main():
    print(count_ones(int(sys.stdin.readline())))


if __name__ == "__main__":
    main()
