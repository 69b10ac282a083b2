k, q = map(int, input().split())
moves = list(map(int, input().split()))
for p in map(int, input().split()):
    print("first" if p % (max(moves) + 1) else "second")
