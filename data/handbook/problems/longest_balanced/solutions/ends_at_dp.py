import sys


def main():
    s = sys.stdin.readline().strip()
    dp = [0] * len(s)  # longest balanced piece that ends here
    for i in range(1, len(s)):
        if s[i] == "(":
            continue
        j = i - dp[i - 1] - 1
        if j >= 0 and s[j] == "(":
            dp[i] = dp[i - 1] + 2
            if j:
                dp[i] += dp[j - 1]
    print(max(dp))


main()
