class Matcher:
    def __init__(self, text, pattern):
        self.text = text
        self.pattern = pattern
        self.known = {}

    def match(self, i, j):
        if (i, j) in self.known:
            return self.known[i, j]
        if j < 0:
            result = i < 0
        elif i < 0:
            result = all(ch == "*" for ch in self.pattern[: j + 1])
        elif self.pattern[j] == "*":
            result = self.match(i - 1, j) or self.match(i, j - 1)
        elif self.pattern[j] == "?" or self.pattern[j] == self.text[i]:
            result = self.match(i - 1, j - 1)
        else:
            result = False
        self.known[i, j] = result
        return result


def main():
    text = input()
    pattern = input()
    ok = Matcher(text, pattern).match(len(text) - 1, len(pattern) - 1)
    print("YES" if ok else "NO")


main()
