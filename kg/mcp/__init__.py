"""The graph for assistants: questions, names, chains and reading Cypher over the Model Context Protocol.

Every answer carries the citations of the claims that it rests on. The server writes nothing, needs no
network, and is an extra: `pip install 'kg-arms[mcp]'`.
"""
