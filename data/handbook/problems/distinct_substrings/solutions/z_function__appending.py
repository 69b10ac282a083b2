import sys


class Solution:
    def z_array(self, text):
        size = len(text)
        result = [size] + [0] * (size - 1)
        start = end = 0
        i = 1
        while i < size:
            k = 0
            if i < end:
                k = min(end - i, result[i - start])
            while i + k < size and text[i + k] == text[k]:
                k += 1
            result[i] = k
            if i + k > end:
                start, end = i, i + k
            i += 1
        return result

    def countSubstrings(self, word):
        """Appends letter after letter; a suffix of the prefix is new if it is longer than any earlier copy."""
        backwards = ""
        total = 0
        for letter in word:
            backwards = letter + backwards
            longest_copy = 0
            for value in self.z_array(backwards)[1:]:
                longest_copy = max(longest_copy, value)
            total += len(backwards) - longest_copy
        return total


print(Solution().countSubstrings(sys.stdin.readline().strip()))
