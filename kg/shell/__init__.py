"""`kg shell`: statements and questions typed one after the other.

What is typed, what completes it, what it does.
"""
