from bisect import bisect_right

n = int(input())
squares = [r * r for r in range(n + 1)]
print(bisect_right(squares, n) - 1)
