import sys


def main():
    sys.setrecursionlimit(20000)
    n = int(sys.stdin.readline())
    memo = [None] * (n + 1)

    def least(x):
        if x == 0:
            return 0
        if memo[x] is not None:
            return memo[x]
        answer = x
        for i in range(1, x + 1):
            if i * i > x:
                break
            answer = min(answer, 1 + least(x - i * i))
        memo[x] = answer
        return answer

    print(least(n))


main()
