from itertools import product

text = input().strip()
input()
words = set(input().split())

good = 0
for marks in product(("", " "), repeat=len(text) - 1):
    line = "".join(ch + m for ch, m in zip(text, marks + ("",)))
    for piece in line.split():
        if piece not in words:
            break
    else:
        good += 1
print(good)
