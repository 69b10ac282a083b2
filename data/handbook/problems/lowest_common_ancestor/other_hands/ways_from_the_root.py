from itertools import takewhile

n, q = map(int, input().split())
chief = [None, None, *map(int, input().split())]


def chain(v):
    names = [v]
    while names[-1] != 1:
        names.append(chief[names[-1]])
    names.reverse()
    return names


while q > 0:
    x, y = [chain(int(t)) for t in input().split()]
    *_, last = takewhile(lambda pair: pair[0] == pair[1], zip(x, y))
    print(last[0])
    q -= 1
