import sys

UNKNOWN = -1


def fits(pattern, word, i, j, memo):
    # first i characters of the pattern, first j letters of the word
    if memo[i][j] != UNKNOWN:
        return memo[i][j]
    if i == 0:
        answer = 1 if j == 0 else 0
    elif pattern[i - 1] == "*":
        answer = fits(pattern, word, i - 1, j, memo)
        if not answer and j > 0:
            answer = fits(pattern, word, i, j - 1, memo)
    elif j == 0:
        answer = 0
    elif pattern[i - 1] == "?" or pattern[i - 1] == word[j - 1]:
        answer = fits(pattern, word, i - 1, j - 1, memo)
    else:
        answer = 0
    memo[i][j] = answer
    return answer


def main():
    lines = [line.rstrip("\n") for line in sys.stdin]
    pattern = lines[0]
    n = int(lines[1])
    for word in lines[2 : n + 2]:
        memo = [[UNKNOWN for _ in range(len(word) + 1)] for _ in range(len(pattern) + 1)]
        if fits(pattern, word, len(pattern), len(word), memo):
            print("YES")
        else:
            print("NO")


main()
