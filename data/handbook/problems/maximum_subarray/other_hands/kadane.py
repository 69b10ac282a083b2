import sys

tokens = iter(sys.stdin.read().split())
count = int(next(tokens))
running = 0
answer = -10**10
for tok in tokens:
    running += int(tok)
    if running > answer:
        answer = running
    if running < 0:
        running = 0
print(answer)
