"""Inputs of expression_value: one number, left to right, precedence, brackets around everything, deep nesting."""


def cases(rng):
    def expression(depth, size):
        if size == 1:
            return str(rng.randint(0, 99))
        left = rng.randint(1, size - 1)
        text = expression(depth - 1, left) + rng.choice("+-*") + expression(depth - 1, size - left)
        return f"({text})" if depth > 0 and rng.random() < 0.6 else text

    def some(size):
        return expression(10, size) + "\n"

    return {
        "public": ["2+3*4\n", "(2+3)*4\n", "10-4-3\n"],
        "private": ["7\n", "((7))\n", "2*3-4*5*1-6\n", "1-(2-(3-(4-(5-(6-7)))))\n", "0*(5-9)+3-(8)\n"],
        "generated": [some(8), some(15), some(25), some(30)],
    }
