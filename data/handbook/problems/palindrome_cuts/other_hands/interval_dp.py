word = input().strip()
size = len(word)
cuts = [[0] * (size + 1) for _ in range(size + 1)]
for i in reversed(range(size)):
    for j in range(i + 1, size + 1):
        piece = word[i:j]
        if list(piece) != list(reversed(piece)):
            cuts[i][j] = 1 + min(cuts[i][m] + cuts[m][j] for m in range(i + 1, j))
print(cuts[0][size])
