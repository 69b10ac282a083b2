import sys


def main():
    data = iter(sys.stdin.read().split())
    a = int(next(data))
    b = int(next(data))
    k = int(next(data))
    ok = [[False] * (a + 1) for _ in range(b + 1)]
    for _ in range(k):
        x = int(next(data))
        y = int(next(data))
        ok[y][x] = True

    partner = [0] * (a + 1)  # of each rider; 0: none

    def find(horse, seen):
        for rider in range(1, a + 1):
            if ok[horse][rider] and not seen[rider]:
                seen[rider] = True
                if partner[rider] == 0 or find(partner[rider], seen):
                    partner[rider] = horse
                    return True
        return False

    for horse in range(1, b + 1):
        find(horse, [False] * (a + 1))
    print(sum(1 for horse in partner if horse))


main()
