from heapq import merge

k = int(input())
a = [list(map(int, input().split()))[1:] for _ in range(k)]
print(*merge(*a))
