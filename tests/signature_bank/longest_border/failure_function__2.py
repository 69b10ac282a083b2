def border(text: str) -> int:
    lps = [0] * len(text)
    length = 0
    i = 1
    while i < len(text):
        if text[i] == text[length]:
            length += 1
            lps[i] = length
            i += 1
        elif length:
            length = lps[length - 1]
        else:
            i += 1
    return lps[-1]


print(border(input()))
