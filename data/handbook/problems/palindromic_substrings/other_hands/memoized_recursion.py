import sys


class Word:
    def __init__(self, letters: str) -> None:
        self.letters = letters
        n = len(letters)
        self.table = [[None] * (n + 1) for _ in range(n)]

    def same_backwards(self, start: int, size: int) -> bool:
        if size < 2:
            return True
        answer = self.table[start][size]
        if answer is None:
            answer = False
            if self.letters[start] == self.letters[start + size - 1]:
                answer = self.same_backwards(start + 1, size - 2)
            self.table[start][size] = answer
        return answer


def main() -> None:
    word = Word(sys.stdin.readline().strip())
    n = len(word.letters)
    number = 0
    for start in range(n):
        size = n - start
        while size:
            number += word.same_backwards(start, size)
            size -= 1
    print(number)


main()
