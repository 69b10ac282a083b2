import sys


def main():
    text, wanted = sys.stdin.read().split()
    target = int(wanted)
    # below[t]: prefixes smaller than the bound's prefix with digit sum t
    below = {}
    exact = 0
    for symbol in text:
        digit = int(symbol)
        following = {}
        for total, ways in below.items():
            for d in range(10):
                following[total + d] = following.get(total + d, 0) + ways
        for d in range(digit):
            following[exact + d] = following.get(exact + d, 0) + 1
        exact += digit
        below = following
    print(below.get(target, 0) + (exact == target))


main()
