import sys


def has_run(mask: int, length: int) -> bool:
    shift = 1
    while shift < length and mask:
        mask &= mask >> 1
        shift += 1
    return mask != 0


def biggest(strips: list[int]) -> int:
    for side in range(len(strips), 0, -1):
        for top in range(len(strips) - side + 1):
            overlap = strips[top]
            for strip in strips[top + 1 : top + side]:
                overlap &= strip
            if has_run(overlap, side):
                return side
    return 0


words = sys.stdin.read().split()
print(biggest([int(word, base=2) for word in words[2:]]))
