import re
import sys

line = sys.stdin.read().strip()
unit = re.sub(r"\A(\w+?)\1*\Z", r"\1", line)
print(len(unit))
