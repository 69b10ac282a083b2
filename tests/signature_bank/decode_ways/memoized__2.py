class Decoder:
    def __init__(self):
        self.memo = {"": 1}

    def ways(self, rest):
        if rest not in self.memo:
            if rest.startswith("0"):
                self.memo[rest] = 0
            else:
                total = self.ways(rest[1:])
                if len(rest) >= 2 and rest[:2] < "27":
                    total += self.ways(rest[2:])
                self.memo[rest] = total
        return self.memo[rest]


print(Decoder().ways(input()))
