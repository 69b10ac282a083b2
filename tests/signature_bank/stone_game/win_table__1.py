n, k = map(int, input().split())
a = list(map(int, input().split()))
win = [False] * (n + 1)
for i in range(1, n + 1):
    for x in a:
        if i >= x and not win[i - x]:
            win[i] = True
            break
print("".join("W" if w else "L" for w in win[1:]))
