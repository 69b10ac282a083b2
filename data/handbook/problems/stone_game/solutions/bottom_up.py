k, q = map(int, input().split())
moves = list(map(int, input().split()))
piles = list(map(int, input().split()))
N = 20
win = [False] * (N + 1)
for i in range(1, N + 1):
    for m in moves:
        if m <= i and not win[i - m]:
            win[i] = True
            break
for p in piles:
    print("first" if win[p] else "second")
