import sys

data = sys.stdin.read().split()
n, m = int(data[0]), int(data[1])
circles = []
for v in range(n):
    circles.append({str(v + 1)})


def where(person):
    for index, circle in enumerate(circles):
        if person in circle:
            return index


i = 2
for _ in range(m):
    here, there = where(data[i]), where(data[i + 1])
    i += 2
    if here != there:
        lost = circles.pop(max(here, there))
        circles[min(here, there)].update(lost)
print(len(circles))
