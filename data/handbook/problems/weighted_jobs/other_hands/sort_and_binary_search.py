import sys
from bisect import bisect

input = sys.stdin.readline
jobs = []
for _ in range(int(input())):
    a, b, c = map(int, input().split())
    jobs.append((a, b, c))

until, money = [-1], [0]
for a, b, c in sorted(jobs, key=lambda job: job[1]):
    with_it = money[bisect(until, a) - 1] + c
    until.append(b)
    money.append(max(money[-1], with_it))
print(money.pop())
