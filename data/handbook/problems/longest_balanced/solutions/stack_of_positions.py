s = input()
stack = [-1]
best = 0
for i, c in enumerate(s):
    if c == "(":
        stack.append(i)
    else:
        stack.pop()
        if stack:
            best = max(best, i - stack[-1])
        else:
            stack.append(i)
print(best)
