import sys


def neighbours(a: str, b: str) -> bool:
    differences = 0
    for x, y in zip(a, b):
        if x != y:
            differences += 1
            if differences > 1:
                return False
    return differences == 1


def changes(first: str, last: str, words: list[str]) -> int:
    level = [first]
    unseen = [word for word in words if word != first]
    count = 0
    while level:
        if last in level:
            return count
        following = [word for word in unseen if any(neighbours(word, other) for other in level)]
        unseen = [word for word in unseen if word not in following]
        level = following
        count += 1
    return -1


lines = sys.stdin.read().splitlines()
first, last = lines[0].split()
print(changes(first, last, lines[2].split()))
