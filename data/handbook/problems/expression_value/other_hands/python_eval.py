import sys

for row in sys.stdin:
    if row.strip():
        result = eval(row)
        print(result)
        break
