import fileinput

fact = [1]
for i in range(1, 30):
    fact.append(fact[-1] * i)


def sorted_throws(dice, lowest, sides, total):
    """All non-decreasing lists of faces with the given sum."""
    if dice == 0:
        if total == 0:
            yield []
        return
    for face in range(lowest, sides + 1):
        if face * dice > total:
            break
        for rest in sorted_throws(dice - 1, face, sides, total - face):
            yield [face] + rest


def arrangements(throw):
    divisor = 1
    for face in set(throw):
        divisor *= fact[throw.count(face)]
    return fact[len(throw)] // divisor


for line in fileinput.input():
    n, k, s = map(int, line.split())
    print(sum(map(arrangements, sorted_throws(n, 1, k, s))))
