def mirrored(text: str) -> bool:
    return all(x == y for x, y in zip(text, reversed(text)))


def longest(text: str) -> int:
    size = len(text)
    while size > 1:
        begin, end = 0, size
        while end <= len(text):
            if mirrored(text[begin:end]):
                return size
            begin, end = begin + 1, end + 1
        size -= 1
    return size


print(longest(input().strip()))
