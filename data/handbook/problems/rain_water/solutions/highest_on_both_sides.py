n = int(input())
h = list(map(int, input().split()))
print(sum(min(max(h[: i + 1]), max(h[i:])) - h[i] for i in range(n)))
