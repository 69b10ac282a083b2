from operator import sub

days = int(input())
price = [int(v) for v in input().split()]
change = list(map(sub, price[1:], price))

record, tail = 0, 0
while change:
    tail += change.pop()
    if tail < 0:
        tail = 0
    if tail > record:
        record = tail
print(record)
