k, q = map(int, input().split())
mask = 0
for m in input().split():
    mask |= 1 << int(m)
win = 0
for i in range(21):
    if not win >> i & 1:
        win |= mask << i
for p in map(int, input().split()):
    print("first" if win >> p & 1 else "second")
