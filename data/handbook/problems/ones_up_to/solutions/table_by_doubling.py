# the numbers with one more digit are those before with a one in front
n = int(input())
a = [0]
while len(a) <= n:
    a += [x + 1 for x in a]
print(sum(a[: n + 1]))
