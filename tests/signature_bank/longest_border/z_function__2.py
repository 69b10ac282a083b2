import sys


def z_array(text):
    z = [0]
    left, right = 0, 0
    for i in range(1, len(text)):
        match = min(z[i - left], right - i) if right > i else 0
        while i + match < len(text) and text[match] == text[i + match]:
            match += 1
        z.append(match)
        if i + match > right:
            left, right = i, i + match
    return z


word = sys.stdin.readline().strip()
print(max((v for i, v in enumerate(z_array(word)) if i + v == len(word)), default=0))
