import sys

MOD = 2**61 - 1
BASE = 31337


def windows(codes: list[int], size: int) -> set[int]:
    """Hashes of all windows of one size, each made from the one before."""
    value = 0
    for code in codes[:size]:
        value = (value * BASE + code) % MOD
    top = pow(BASE, size - 1, MOD)
    found = {value}
    for old, new in zip(codes, codes[size:]):
        value = ((value - old * top) * BASE + new) % MOD
        found.add(value)
    return found


def main() -> None:
    codes = list(sys.stdin.buffer.readline().strip())
    total = 0
    size = len(codes)
    while size > 0:
        total += len(windows(codes, size))
        size -= 1
    print(total)


main()
