from collections import Counter

k = int(input())
s = input().strip()
m = max(Counter(s).values())
print(max(len(s), m * (k + 1)))
