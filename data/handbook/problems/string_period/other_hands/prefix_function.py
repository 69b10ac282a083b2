from sys import stdin

word = " " + stdin.readline().strip()
size = len(word) - 1
border = {1: 0}
for end in range(2, size + 1):
    have = border[end - 1]
    while word[have + 1] != word[end]:
        if have == 0:
            have = -1
            break
        have = border[have]
    border[end] = have + 1
step = size - border[size]
print(size if size % step else step)
