class Town:
    def __init__(self, tolls):
        self.tolls = tolls
        self.bottom = len(tolls) - 1
        self.right = len(tolls[0]) - 1
        self.memo = {}

    def fare(self, r, c):
        if (r, c) not in self.memo:
            onward = []
            if r < self.bottom:
                onward.append(self.fare(r + 1, c))
            if c < self.right:
                onward.append(self.fare(r, c + 1))
            self.memo[r, c] = self.tolls[r][c] + min(onward, default=0)
        return self.memo[r, c]


height = int(input().split()[0])
print(Town([[int(v) for v in input().split()] for _ in range(height)]).fare(0, 0))
