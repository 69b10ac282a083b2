import sys


class Market:
    def __init__(self, prices):
        self.prices = prices

    def gain(self, first, last):
        if first >= last:
            return 0
        mid = first + (last - first) // 2
        cheapest = self.prices[mid]
        for day in range(first, mid):
            if self.prices[day] < cheapest:
                cheapest = self.prices[day]
        dearest = self.prices[last]
        for day in range(mid + 1, last):
            if self.prices[day] > dearest:
                dearest = self.prices[day]
        answer = dearest - cheapest
        for half in ((first, mid), (mid + 1, last)):
            answer = max(answer, self.gain(*half))
        return answer


tokens = sys.stdin.read().split()
size = int(tokens[0])
market = Market([int(tok) for tok in tokens[1:size + 1]])
print(market.gain(0, size - 1))
