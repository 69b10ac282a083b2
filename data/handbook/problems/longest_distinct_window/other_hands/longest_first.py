s = open(0).readline().split()[0]


def clean(t):
    return all(t.find(ch) == t.rfind(ch) for ch in t)


size = len(s)
found = False
while not found:
    for end in range(size, len(s) + 1):
        if size <= 36 and clean(s[end - size:end]):
            found = True
            break
    else:
        size -= 1
print(size)
