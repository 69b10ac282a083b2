s = input()
input()
words = set(input().split())


def go(i, used):
    if i == len(s):
        return 1
    return sum(go(i + len(w), used | {w}) for w in words - used if s.startswith(w, i))


print(go(0, frozenset()))
