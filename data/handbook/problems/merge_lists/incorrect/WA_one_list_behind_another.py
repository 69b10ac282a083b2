k = int(input())
a = sorted(list(map(int, input().split()))[1:] for _ in range(k))
print(*sum(a, []))
