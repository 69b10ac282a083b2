import sys


class Tour:
    def __init__(self, table):
        self.table = table
        self.memo = {}

    def rest(self, city, left):
        if not left:
            return self.table[city][0]
        key = (city, left)
        if key not in self.memo:
            self.memo[key] = min(self.table[city][nxt] + self.rest(nxt, left - {nxt}) for nxt in left)
        return self.memo[key]


data = sys.stdin.read().split("\n")
table = [list(map(int, row.split())) for row in data[1 : int(data[0]) + 1]]
print(Tour(table).rest(0, frozenset(range(1, len(table)))))
