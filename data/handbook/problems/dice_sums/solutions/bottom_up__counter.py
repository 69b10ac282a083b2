import sys
from collections import Counter


def throw_one_more(sums, faces):
    result = Counter()
    for total, ways in sums.items():
        for f in faces:
            result[total + f] += ways
    return result


def main():
    dice, sides, target = (int(word) for word in sys.stdin.readline().split())
    faces = range(1, sides + 1)
    sums = Counter({0: 1})
    for _ in range(dice):
        sums = throw_one_more(sums, faces)
    print(sums[target])


if __name__ == "__main__":
    main()
