import sys


def main() -> None:
    limit = int(sys.stdin.readline())
    popcount = [0]
    answer = 0
    while len(popcount) <= limit:
        half, odd = divmod(len(popcount), 2)
        popcount.append(popcount[half] + odd)
        answer += popcount[-1]
    print(answer)


main()
