n = int(input())
h = list(map(int, input().split()))
print(sum(max(0, min(max(h[:i]), max(h[i + 1 :])) - h[i]) for i in range(n)))
