def can_win(n):
    for m in moves:
        if n >= m and not can_win(n - m):
            return True
    return False


k, q = map(int, input().split())
moves = list(map(int, input().split()))
for p in input().split():
    if can_win(int(p)):
        print("first")
    else:
        print("second")
