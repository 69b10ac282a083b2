import sys
from heapq import heappop, heappush

numbers = list(map(int, sys.stdin.read().split()))
todo = [tuple(numbers[k : k + 3]) for k in range(1, len(numbers), 3)]
todo.append((10**9, 10**9, 0))  # everything has ended by then
todo.sort()
pending = []
wallet = 0
for start, finish, price in todo:
    while pending:
        end, money = pending[0]
        if end > start:
            break
        heappop(pending)
        if money > wallet:
            wallet = money
    heappush(pending, (finish, wallet + price))
print(wallet)
