count = lambda rest, largest: 1 if rest == 0 else 0 if largest == 0 or rest < 0 else count(rest - largest, largest) + count(rest, largest - 1)
n = int(input())
print(count(n, n))
