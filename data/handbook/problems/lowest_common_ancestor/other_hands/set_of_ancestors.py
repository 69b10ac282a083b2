import sys


def upwards(boss, person):
    yield person
    while person in boss:
        person = boss[person]
        yield person


def main():
    words = sys.stdin.read().split()
    n = int(words[0])
    boss = {str(i): words[i] for i in range(2, n + 1)}
    asked = words[n + 1 :]
    for a, b in zip(asked[::2], asked[1::2]):
        line = set(upwards(boss, b))
        print(next(p for p in upwards(boss, a) if p in line))


main()
