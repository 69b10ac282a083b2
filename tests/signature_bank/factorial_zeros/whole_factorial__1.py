from math import factorial

s = str(factorial(int(input())))
print(len(s) - len(s.rstrip("0")))
