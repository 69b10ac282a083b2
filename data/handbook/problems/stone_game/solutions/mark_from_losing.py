# every losing pile makes the piles one move above it winning
k, q = map(int, input().split())
moves = list(map(int, input().split()))
piles = list(map(int, input().split()))
win = [0] * 60
for i in range(21):
    if not win[i]:
        for m in moves:
            win[i + m] = 1
for p in piles:
    print("first" if win[p] else "second")
