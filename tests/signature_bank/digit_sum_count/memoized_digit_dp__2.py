def count(bound, target):
    digits = [int(ch) for ch in bound]
    memo = {}

    def walk(pos, left, free):
        if left < 0:
            return 0
        if pos == len(digits):
            return int(left == 0)
        key = (pos, left, free)
        if key in memo:
            return memo[key]
        top = 9 if free else digits[pos]
        memo[key] = sum(walk(pos + 1, left - d, free or d < top) for d in range(top + 1))
        return memo[key]

    return walk(0, target, False)


bound, target = input().split()
print(count(bound, int(target)))
