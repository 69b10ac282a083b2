from collections import Counter

n, k = map(int, input().split())
print(*[x for x, _ in Counter(map(int, input().split())).most_common(k)])
