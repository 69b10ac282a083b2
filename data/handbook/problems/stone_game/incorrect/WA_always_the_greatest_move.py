k, q = map(int, input().split())
moves = sorted(map(int, input().split()), reverse=True)
for p in map(int, input().split()):
    turn = 0
    while True:
        for m in moves:
            if m <= p:
                p -= m
                turn ^= 1
                break
        else:
            break
    print("first" if turn else "second")
