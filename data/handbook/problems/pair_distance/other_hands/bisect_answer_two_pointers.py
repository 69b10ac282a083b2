class Street:
    def __init__(self, houses):
        self.x = sorted(houses, reverse=True)

    def near(self, d):
        x = self.x
        n = len(x)
        cnt, j = 0, 1
        for i in range(n):
            j = max(j, i + 1)
            while j < n and x[i] - x[j] <= d:
                j += 1
            cnt += j - i - 1
        return cnt

    def kth(self, k):
        a, b = 0, self.x[0] - self.x[-1]
        res = b
        while a <= b:
            d = (a + b) >> 1
            if self.near(d) < k:
                a = d + 1
            else:
                res = d
                b = d - 1
        return res


n, k = map(int, input().split())
print(Street(map(int, input().split())).kth(k))
