def check(mask, word):
    memo = {}

    def rest(a, b):
        state = (a, b)
        if state in memo:
            return memo[state]
        if a < 0:
            good = b < 0
        elif mask[a] == "*":
            good = rest(a - 1, b) or (b >= 0 and rest(a, b - 1))
        else:
            good = b >= 0 and mask[a] in "?" + word[b] and rest(a - 1, b - 1)
        memo[state] = good
        return good

    return rest(len(mask) - 1, len(word) - 1)


mask = input().strip()
for _ in range(int(input())):
    print("NO YES".split()[check(mask, input().strip())])
