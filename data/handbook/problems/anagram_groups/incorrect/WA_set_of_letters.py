n = int(input())
print(len({frozenset(input().strip()) for _ in range(n)}))
