import sys


def main() -> None:
    """dp[i][j] says whether text[i..j] reads the same backwards."""
    text = sys.stdin.buffer.readline().strip()
    size = len(text)
    dp = []
    for _ in range(size):
        dp.append([0] * size)
    answer = 0
    for start in range(size - 1, -1, -1):
        for end in range(start, size):
            if text[start] != text[end]:
                continue
            if end - start <= 1 or dp[start + 1][end - 1]:
                dp[start][end] = 1
                answer += 1
    print(answer)


main()
