import re
import sys

mask, _, *words = sys.stdin.read().split()
regex = re.sub(r"\*+", ".*", mask.translate({ord("?"): "."}))
for word in words:
    print(["YES", "NO"][re.match("(?:" + regex + ")$", word) is None])
