"""`kg shell`: statements and questions typed one after the other.

The modules say what is typed, what completes it, and what it does.
"""
