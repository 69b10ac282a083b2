import sys
_, *a = map(int, sys.stdin.read().split())
stack, out = [], a[:]
for i in range(len(a)):
    while stack and a[(top := stack[-1])] < a[i]:
        out[top] = a[i]
        stack.pop()
    stack.append(i)
for i in stack:
    out[i] = -1
print(*out)
