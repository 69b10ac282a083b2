"""Inputs of longest_balanced: all short strings of note, deep nests, then long ones."""


def cases(rng):
    def noise(n, share=0.5):
        return "".join("(" if rng.random() < share else ")" for _ in range(n))

    def balanced(n):
        """n pairs"""
        text, depth, left = [], 0, n
        while left or depth:
            if left and (depth == 0 or rng.random() < 0.5):
                text.append("(")
                depth, left = depth + 1, left - 1
            else:
                text.append(")")
                depth -= 1
        return "".join(text)

    tests = {
        "public": [")()())", "(()", "()(())"],
        "private": [
            "(",
            ")",
            "()",
            ")(",
            "(((",
            ")))",
            "()()",
            "(())",
            "()(()",
            ")()(",
            "(()(()",
            "())()()",
        ],
        "generated": [
            *(noise(n) for n in (9, 20, 50, 100)),
            balanced(60),
            "(" * 90 + ")" * 90,
            "(" * 150,
            ")" * 150,
            "()" * 80,
            noise(5000, 0.4),
            "(" * 25000 + ")" * 25000,
            "(" * 50000,
            ")" * 50000,
            balanced(25000),
            "()" * 12000 + "(" + "()" * 12000,
            noise(50000, 0.55),
        ],
    }
    return {name: [text + "\n" for text in texts] for name, texts in tests.items()}
