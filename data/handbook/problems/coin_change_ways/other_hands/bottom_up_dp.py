import sys


def count_ways(total: int, kinds: list[int], modulus: int = 1_000_000_007) -> int:
    ways = {0: 1}
    for kind in kinds:
        target = kind
        while target <= total:
            ways[target] = (ways.get(target, 0) + ways.get(target - kind, 0)) % modulus
            target += 1
    return ways.get(total, 0)


header, values = sys.stdin.read().strip().split("\n")[:2]
print(count_ways(int(header.split()[1]), [int(v) for v in values.split()]))
