def best_area(houses: list[int]) -> int:
    record = 0
    for start, ceiling in enumerate(houses):
        for width, house in enumerate(houses[start:], 1):
            if house < ceiling:
                ceiling = house
            area = width * ceiling
            if area > record:
                record = area
    return record


with open(0) as f:
    f.readline()
    print(best_area([int(t) for t in f.readline().split()]))
