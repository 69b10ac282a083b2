import sys


class Hull:
    def __init__(self, points):
        self.points = points
        self.points.sort()

    @staticmethod
    def turn(a, b, c):
        return a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1])

    def build(self):
        p = self.points
        n = len(p)
        if n < 3:
            return p
        h = [None] * (2 * n)
        k = 0
        for i in range(n):
            while k >= 2 and self.turn(h[k - 2], h[k - 1], p[i]) <= 0:
                k -= 1
            h[k] = p[i]
            k += 1
        t = k + 1
        for i in range(n - 2, -1, -1):
            while k >= t and self.turn(h[k - 2], h[k - 1], p[i]) <= 0:
                k -= 1
            h[k] = p[i]
            k += 1
        return h[: k - 1]


data = list(map(int, sys.stdin.read().split()))
unique = list(set(zip(data[1::2], data[2::2])))
print(len(Hull(unique).build()))
