s = input()
t = input()
print(sum(x != y for x, y in zip(s, t)) + abs(len(s) - len(t)))
