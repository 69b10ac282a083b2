import sys


def main():
    n, *numbers = map(int, sys.stdin.read().split())
    places = [[] for _ in range(n + 1)]
    for place, number in enumerate(numbers):
        places[number].append(place)
    answer, earliest = -1, n
    for number in range(1, n + 1):
        if len(places[number]) >= 2 and places[number][1] < earliest:
            earliest = places[number][1]
            answer = number
    print(answer)


main()
