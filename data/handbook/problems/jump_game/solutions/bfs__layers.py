import fileinput


def neighbours(stone, lengths):
    for step in range(1, lengths[stone] + 1):
        if stone + step == len(lengths):
            return
        yield stone + step


def search(lengths):
    target = len(lengths) - 1
    seen = {0}
    layer = [0]
    depth = 0
    while layer:
        if target in layer:
            return depth
        following = []
        for stone in layer:
            for other in neighbours(stone, lengths):
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        layer = following
        depth += 1
    return -1


lines = [line.split() for line in fileinput.input()]
print(search(list(map(int, lines[1]))))
