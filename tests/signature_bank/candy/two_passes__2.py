import sys


def climbs(ratings):
    result = []
    for i, rating in enumerate(ratings):
        result.append(result[-1] + 1 if i and rating > ratings[i - 1] else 1)
    return result


def main():
    ratings = [int(t) for t in sys.stdin.read().split()[1:]]
    left = climbs(ratings)
    right = climbs(ratings[::-1])[::-1]
    print(sum(map(max, left, right)))


main()
