k, q = map(int, input().split())
moves = list(map(int, input().split()))
piles = list(map(int, input().split()))
top = max(piles)
win = [False] * (top + max(moves))
for i in range(top + 1):
    if not win[i]:
        for m in moves:
            win[i + m] = True
for p in piles:
    print("first" if win[p] else "second")
