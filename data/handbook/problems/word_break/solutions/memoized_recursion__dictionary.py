import sys


def make_counter(words):
    memo = {"": 1}

    def count(text):
        if text in memo:
            return memo[text]
        total = 0
        for word in words:
            if text[: len(word)] == word:
                total += count(text[len(word) :])
        memo[text] = total
        return total

    return count


def main():
    text = sys.stdin.readline().strip()
    sys.stdin.readline()
    words = sorted(set(sys.stdin.readline().split()))
    counter = make_counter(words)
    print(counter(text))


main()
