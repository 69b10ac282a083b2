import fileinput


class TollMap:
    def __init__(self, lines):
        self.height, self.width = map(int, next(lines).split())
        self.toll = {}
        for r in range(self.height):
            for c, text in enumerate(next(lines).split()):
                self.toll[r, c] = int(text)

    def neighbours(self, block):
        r, c = block
        return [b for b in ((r, c + 1), (r + 1, c)) if b in self.toll]

    def cheapest(self):
        goal = (self.height - 1, self.width - 1)
        open_blocks = {(0, 0): self.toll[0, 0]}
        closed = {}
        while goal not in closed:
            block = min(open_blocks, key=open_blocks.get)
            paid = closed[block] = open_blocks.pop(block)
            for other in self.neighbours(block):
                if other in closed:
                    continue
                price = paid + self.toll[other]
                if price < open_blocks.get(other, price + 1):
                    open_blocks[other] = price
        return closed[goal]


print(TollMap(iter(fileinput.input())).cheapest())
