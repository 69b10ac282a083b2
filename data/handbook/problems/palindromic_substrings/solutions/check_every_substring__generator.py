import sys
word = sys.stdin.readline().strip()
is_palindrome = lambda w: w == "".join(reversed(w))
print(sum(is_palindrome(word[a:b]) for b in range(1, len(word) + 1) for a in range(b)))
