s = input()
input()
words = set(input().split())
ans = 0


def go(i):
    global ans
    if i == len(s):
        ans += 1
        return
    for w in words:
        if s.startswith(w, i):
            go(i + len(w))


go(0)
print(ans)
