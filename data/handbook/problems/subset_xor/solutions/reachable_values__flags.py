import sys

LIMIT = 1024


def main():
    n = int(sys.stdin.readline())
    numbers = list(map(int, sys.stdin.readline().split()))
    possible = [False] * LIMIT
    possible[0] = True
    for i in range(n):
        following = possible[:]
        for value in range(LIMIT):
            if possible[value]:
                following[value ^ numbers[i]] = True
        possible = following
    answer = LIMIT - 1
    while not possible[answer]:
        answer -= 1
    print(answer)


if __name__ == "__main__":
    main()
