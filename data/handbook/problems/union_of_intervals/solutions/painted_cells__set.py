import sys
input = sys.stdin.readline
metres = set()
for _ in range(int(input())):
    l, r = map(int, input().split())
    metres.update(range(l, r))
print(len(metres))
