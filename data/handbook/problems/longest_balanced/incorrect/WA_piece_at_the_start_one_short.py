# the bottom of the stack should be -1
s = input()
stack = [0]
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
