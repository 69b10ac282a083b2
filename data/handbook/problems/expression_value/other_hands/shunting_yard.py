import sys


class Calculator:
    LEVEL = {")": 0, "+": 1, "-": 1, "*": 2}

    def __init__(self):
        self.operands = []
        self.operators = []

    def reduce_while(self, level):
        while self.operators:
            top = self.operators[-1]
            if top == "(" or self.LEVEL[top] < level:
                break
            self.operators.pop()
            y = self.operands.pop()
            x = self.operands.pop()
            if top == "+":
                z = x + y
            elif top == "-":
                z = x - y
            else:
                z = x * y
            self.operands.append(z)

    def run(self, text):
        inside_number = False
        for symbol in text:
            if symbol.isdigit():
                if inside_number:
                    self.operands[-1] = self.operands[-1] * 10 + int(symbol)
                else:
                    self.operands.append(int(symbol))
                inside_number = True
                continue
            inside_number = False
            if symbol == "(":
                self.operators.append("(")
                continue
            self.reduce_while(self.LEVEL[symbol])
            if symbol == ")":
                self.operators.pop()
            else:
                self.operators.append(symbol)
        self.reduce_while(0)
        (answer,) = self.operands
        return answer


print(Calculator().run(sys.stdin.readline().strip()))
