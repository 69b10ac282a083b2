def splits(text, words):
    if not text:
        return 1
    return sum(splits(text[len(w) :], words) for w in words if text.startswith(w))


print(splits(input(), input().split()))
