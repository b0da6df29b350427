"""The graph for assistants: questions, names, chains and reading Cypher over the Model Context Protocol.

Every answer carries the citations of the claims that it rests on. The server needs no network, and writes
nothing but drafts of claims, those only when asked to (`--drafts`). It is an extra:
`pip install 'kg-arms[mcp]'`.
"""
