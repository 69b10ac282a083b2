import sys


def next_throw(dice, k):
    """Turn the dice on like an odometer, False after the last throw."""
    pos = len(dice) - 1
    while pos >= 0 and dice[pos] == k:
        dice[pos] = 1
        pos -= 1
    if pos < 0:
        return False
    dice[pos] += 1
    return True


n, k, s = [int(v) for v in sys.stdin.readline().split()]
dice = [1] * n
found = 0
while True:
    found += sum(dice) == s
    if not next_throw(dice, k):
        break
print(found)
