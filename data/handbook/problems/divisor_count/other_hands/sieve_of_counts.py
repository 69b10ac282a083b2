from itertools import count, takewhile

N = int(input())
how_many = {k: 0 for k in range(1, N + 1)}
for d in reversed(range(1, N + 1)):
    for multiple in takewhile(lambda m: m <= N, count(d, d)):
        how_many[multiple] += 1
print(how_many[N])
