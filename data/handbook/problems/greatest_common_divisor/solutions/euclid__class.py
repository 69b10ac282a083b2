class Solution:
    def findGCD(self, nums):
        def gcd(a, b):
            while b != 0:
                a, b = b, a % b
            return a

        answer = 0
        i = 0
        while i < len(nums):
            answer = gcd(nums[i], answer)
            i += 1
        return answer


n = int(input())
print(Solution().findGCD([int(x) for x in input().split()]))
