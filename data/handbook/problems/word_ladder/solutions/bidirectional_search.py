s, t = input().split()
input()
words = set(input().split())


def solve():
    if t not in words:
        return -1
    front, back = {s}, {t}
    words.discard(s)
    words.discard(t)
    steps = 0
    while front and back:
        if len(front) > len(back):
            front, back = back, front
        steps += 1
        new = set()
        for w in front:
            for i in range(len(w)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    v = w[:i] + c + w[i + 1 :]
                    if v in back:
                        return steps
                    if v in words:
                        words.remove(v)
                        new.add(v)
        front = new
    return -1


print(solve())
