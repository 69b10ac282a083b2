import fileinput


class Solution(object):
    def isMatch(self, s, p):
        """
        :type s: str
        :type p: str
        :rtype: bool
        """
        ok = {(len(s), len(p)): True}
        i = len(s)
        while i >= 0:
            j = len(p) - 1
            while j >= 0:
                if p[j] == '*':
                    ok[i, j] = ok.get((i, j + 1), False) or ok.get((i + 1, j), False)
                elif i < len(s) and (p[j] == '?' or p[j] == s[i]):
                    ok[i, j] = ok.get((i + 1, j + 1), False)
                j -= 1
            i -= 1
        return ok.get((0, 0), False)


source = fileinput.input()
p = next(source).strip()
next(source)
solution = Solution()
for line in source:
    s = line.strip()
    if s:
        print({True: 'YES', False: 'NO'}[solution.isMatch(s, p)])
