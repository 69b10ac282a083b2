class Solution:
    def step(self, n: int) -> int:
        return sum(int(d) * int(d) for d in str(n))

    def isHappy(self, n: int) -> bool:
        slow = fast = n
        while True:
            slow = self.step(slow)
            fast = self.step(self.step(fast))
            if slow == fast:
                break
        return slow == 1


solution = Solution()
count = int(input())
print(" ".join("YES" if solution.isHappy(int(t)) else "NO" for t in input().split()))
