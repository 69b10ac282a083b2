class Solution:
    def minDistance(self, word1, word2):
        rows, cols = len(word1) + 1, len(word2) + 1
        table = [list(range(cols))]
        i = 1
        while i < rows:
            row = [i] + [0] * (cols - 1)
            j = 1
            while j < cols:
                row[j] = table[i - 1][j - 1]
                if word1[i - 1] != word2[j - 1]:
                    if table[i - 1][j] < row[j]:
                        row[j] = table[i - 1][j]
                    if row[j - 1] < row[j]:
                        row[j] = row[j - 1]
                    row[j] += 1
                j += 1
            table.append(row)
            i += 1
        return table[-1][-1]


print(Solution().minDistance(input(), input()))
