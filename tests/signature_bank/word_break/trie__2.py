class Node:
    __slots__ = ("children", "end")

    def __init__(self):
        self.children = {}
        self.end = False


def build(words):
    root = Node()
    for word in words:
        cur = root
        for letter in word:
            if letter not in cur.children:
                cur.children[letter] = Node()
            cur = cur.children[letter]
        cur.end = True
    return root


def main():
    text = input()
    root = build(input().split())
    ways = [0] * (len(text) + 1)
    ways[0] = 1
    for i in range(len(text)):
        if not ways[i]:
            continue
        cur = root
        j = i
        while j < len(text) and text[j] in cur.children:
            cur = cur.children[text[j]]
            j += 1
            if cur.end:
                ways[j] += ways[i]
    print(ways[-1])


main()
