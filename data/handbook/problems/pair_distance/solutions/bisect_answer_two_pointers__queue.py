import fileinput
from collections import deque

stream = fileinput.input()
k = int(next(stream).split()[1])
xs = sorted(int(t) for t in next(stream).split())


def enough(gap):
    window = deque()
    missing = k
    for x in xs:
        while window and x - window[0] > gap:
            window.popleft()
        missing -= len(window)
        if missing <= 0:
            return True
        window.append(x)
    return False


# too_small is never enough, fine always is
too_small = -1
fine = 2000
while fine - too_small > 1:
    middle = (fine + too_small) >> 1
    if enough(middle):
        fine = middle
    else:
        too_small = middle
print(fine)
