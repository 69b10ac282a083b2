import sys

words = sys.stdin.read().split()
top = int(words[0])
MOD = int(words[1])

ways = [1 % MOD]
for nodes in range(1, top + 1):
    acc = 0
    for root in range(1, nodes + 1):
        smaller, larger = root - 1, nodes - root
        acc += ways[smaller] * ways[larger]
    ways.append(acc % MOD)
print(ways.pop())
