n = int(input())
squares = {i * i for i in range(1, 23)}


def answer():
    if n in squares:
        return 1
    for s in squares:
        if n - s in squares:
            return 2
    rest = n
    while not rest & 3:
        rest >>= 2
    return 4 if rest & 7 == 7 else 3


print(answer())
