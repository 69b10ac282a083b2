import sys


def main() -> None:
    a, b, k = map(int, sys.stdin.readline().split())
    steeds: dict[int, list[int]] = {rider: [] for rider in range(1, a + 1)}
    for _ in range(k):
        rider, horse = map(int, sys.stdin.readline().split())
        steeds[rider].append(1 << horse)

    reachable = {0}
    for bits in steeds.values():
        reachable |= {used | bit for used in reachable for bit in bits if not used & bit}
    print(max(map(int.bit_count, reachable)))


if __name__ == "__main__":
    main()
