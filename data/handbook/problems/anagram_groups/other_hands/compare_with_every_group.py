import sys


def is_anagram(left, right):
    for ch in right:
        shorter = left.replace(ch, "", 1)
        if len(shorter) == len(left):
            return False
        left = shorter
    return left == ""


def count_groups(words):
    leaders = []
    while words:
        word = words.pop()
        if not any(is_anagram(leader, word) for leader in leaders):
            leaders.append(word)
    return len(leaders)


sys.stdin.readline()
print(count_groups([w.strip() for w in sys.stdin if w.strip()]))
