n, m = map(int, input().split())
costs = sorted(int(input().split()[2]) for _ in range(m))
print(sum(costs[: n - 1]) if m >= n - 1 else -1)
