def position(row, target):
    low, high = 0, len(row) - 1
    while low <= high:
        middle = (low + high) // 2
        if row[middle] == target:
            return middle
        if row[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1


def main():
    height, _, target = map(int, input().split())
    grid = [[int(x) for x in input().split()] for _ in range(height)]
    for number, row in enumerate(grid, 1):
        place = position(row, target)
        if place >= 0:
            print(number, place + 1)
            return
    print(-1, -1)


main()
