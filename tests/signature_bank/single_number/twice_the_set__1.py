input()
a = list(map(int, input().split()))
print(2 * sum(set(a)) - sum(a))
