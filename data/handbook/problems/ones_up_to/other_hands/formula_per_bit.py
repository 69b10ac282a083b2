import sys


def ones_at(bit: int, count: int) -> int:
    """Ones in column `bit` among the numbers 0 .. count-1."""
    half = 1 << bit
    blocks = count >> (bit + 1)
    tail = count & (2 * half - 1)
    extra = tail - half if tail > half else 0
    return (blocks << bit) + extra


count = int(sys.stdin.readline()) + 1
print(sum(ones_at(bit, count) for bit in range(count.bit_length())))
