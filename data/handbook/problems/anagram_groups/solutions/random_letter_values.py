import random

value = {c: random.getrandbits(64) for c in "abcdefghijklmnopqrstuvwxyz"}
n = int(input())
print(len({sum(value[c] for c in input().strip()) for _ in range(n)}))
