n = int(input())
a = list(map(int, input().split()))
wrong = sum(x != y for x, y in zip(a, sorted(a)))
print((wrong + 1) // 2)
