import sys


def shorter(strip):
    for gap in range(len(strip)):
        yield strip[:gap] + strip[gap + 1 :]


strip, times = sys.stdin.readline().split()
for _ in range(int(times)):
    strip = min(shorter(strip))
print(int("0" + strip))
