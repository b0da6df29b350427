"""Taking files in as documents: what is taken from where, and everything written at once or not at all.

asked    what a person said
known    what the facts hold already
naming   ids and names of files
outlet   who published it
fields   title, day, language and addresses, each with where it was read
plan     from a file to what will be written
writing  the text and the document, both or neither
told     what is said about it
"""
