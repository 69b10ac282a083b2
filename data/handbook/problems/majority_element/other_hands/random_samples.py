from random import randrange, seed

seed(20240607)
n = int(input())
votes = input().split()
for attempt in range(100):
    lucky = votes[randrange(n)]
    if 2 * len([v for v in votes if v == lucky]) > n:
        print(lucky)
        break
else:
    print(-1)
