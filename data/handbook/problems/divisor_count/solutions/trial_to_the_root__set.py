class Solution:
    def divisors(self, n):
        found = set()
        for d in range(1, int(n**0.5) + 1):
            quotient, remainder = divmod(n, d)
            if remainder == 0:
                found.add(d)
                found.add(quotient)
        return found


n = int(input())
print(len(Solution().divisors(n)))
