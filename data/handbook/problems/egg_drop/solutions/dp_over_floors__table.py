import sys


def egg_drop(eggs, floors):
    INF = float("inf")
    dp = [[0] * (floors + 1) for _ in range(eggs + 1)]
    for j in range(1, floors + 1):
        dp[1][j] = j
    for i in range(2, eggs + 1):
        dp[i][1] = 1
        for j in range(2, floors + 1):
            dp[i][j] = INF
            for x in range(1, j + 1):
                broken = dp[i - 1][x - 1]
                survived = dp[i][j - x]
                worst = broken if broken > survived else survived
                if worst + 1 < dp[i][j]:
                    dp[i][j] = worst + 1
    return dp[eggs][floors]


def main():
    eggs, floors = map(int, sys.stdin.readline().split())
    print(egg_drop(eggs, floors))


if __name__ == "__main__":
    main()
