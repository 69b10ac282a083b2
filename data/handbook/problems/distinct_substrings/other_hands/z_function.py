import sys


def z_values(t):
    """matches of t[i:] with t, for i = 1, 2, ..."""
    z = [0] * len(t)
    left, right = 0, 0
    for i in range(1, len(t)):
        length = 0 if i >= right else min(z[i - left], right - i)
        if i + length >= right:
            while i + length < len(t) and t[i + length] == t[length]:
                length += 1
            left, right = i, i + length
        z[i] = length
        yield length


word = sys.stdin.readline().strip()[::-1]
answer = 0
while word:
    answer += len(word) - max(z_values(word), default=0)
    word = word[1:]
print(answer)
