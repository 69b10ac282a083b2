"""Samples as other harnesses write them, for `equijudge score`, and results in their forms. One module a form.

A sample whose task is no problem's name has a line among the results like any other, and is neither right nor wrong
there. Raises BadArgument only.
"""
