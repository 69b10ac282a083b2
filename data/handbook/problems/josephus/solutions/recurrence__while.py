import sys


def main():
    data = sys.stdin.buffer.read().split()
    people = int(data[0])
    step = int(data[1])
    place = 0
    size = 1
    while size < people:
        size += 1
        place += step
        if place >= size:
            place %= size
    print(place + 1)


main()
