n = int(input())
a = set(map(int, input().split()))
print(next((x for x in range(1, n + 1) if x not in a), n))
