import sys

word = sys.stdin.read().strip()


def reach(i):
    met = {}
    for j in range(i, -1, -1):
        if word[j] in met:
            return i - j
        met[word[j]] = j
    return i + 1


# for every right end go to the left as far as possible
print(max(map(reach, range(len(word)))))
