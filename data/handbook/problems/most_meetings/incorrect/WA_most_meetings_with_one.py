n = int(input())
a = [tuple(map(int, input().split())) for _ in range(n)]
print(max(sum(x < e and s < y for x, y in a) for s, e in a))
