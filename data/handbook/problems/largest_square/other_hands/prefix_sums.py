import sys


class Area:
    def __init__(self, field):
        self.h = len(field)
        self.w = len(field[0])
        self.acc = {}
        for y in range(-1, self.h):
            running = 0
            for x in range(-1, self.w):
                if y < 0 or x < 0:
                    self.acc[y, x] = 0
                else:
                    running += field[y][x] == "1"
                    self.acc[y, x] = running + self.acc[y - 1, x]

    def ones(self, y0, x0, y1, x1):
        s = self.acc
        return s[y1, x1] + s[y0 - 1, x0 - 1] - s[y0 - 1, x1] - s[y1, x0 - 1]

    def exists(self, k):
        for y in range(k - 1, self.h):
            for x in range(k - 1, self.w):
                if self.ones(y - k + 1, x - k + 1, y, x) == k * k:
                    return True
        return False


area = Area(sys.stdin.read().split()[2:])
k = min(area.h, area.w)
while k and not area.exists(k):
    k -= 1
print(k)
