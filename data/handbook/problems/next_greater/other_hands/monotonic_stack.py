from sys import stdin

_ = stdin.readline()
heights = [int(v) for v in stdin.readline().split()]
waiting = [(float("inf"), None)]  # never leaves
answer = {}
where = 0
for h in heights:
    while h > waiting[-1][0]:
        _, who = waiting.pop()
        answer[who] = h
    waiting.append((h, where))
    where += 1
for k in range(where):
    print(answer.get(k, -1), end=" ")
print()
