"""The questions that are answered in Python, one file each, found by being here.

The docstring of a file is the header of its question (`kg.questions.parse`); its function `answer` turns a
`kg.questions.scope.Scope` into an `Answer`. Nothing else has to be written.
"""
