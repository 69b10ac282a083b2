import sys


def main() -> None:
    text = sys.stdin.readline().rstrip("\n")
    answer = 0
    # 2n - 1 centres: on the letters and between them
    for centre in range(2 * len(text) - 1):
        left = centre // 2
        right = (centre + 1) // 2
        while 0 <= left and right < len(text):
            if text[left] != text[right]:
                break
            if right - left + 1 > answer:
                answer = right - left + 1
            left, right = left - 1, right + 1
    print(answer)


main()
