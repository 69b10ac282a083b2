import sys

n, m = map(int, sys.stdin.readline().split())
complete = set()
todo = [("", 0)]
while todo:
    text, balance = todo.pop()
    if len(text) == 2 * n:
        complete.add(text)
        continue
    if balance + 1 <= 2 * n - len(text) - 1:
        todo.append((text + "(", balance + 1))
    if balance > 0:
        todo.append((text + ")", balance - 1))
print(len(complete) % m)
