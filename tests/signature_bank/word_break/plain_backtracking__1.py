s = input().strip()
words = input().split()
cnt = 0

def go(pos):
    global cnt
    if pos == len(s):
        cnt += 1
        return
    for w in words:
        if s.startswith(w, pos):
            go(pos + len(w))

go(0)
print(cnt)
