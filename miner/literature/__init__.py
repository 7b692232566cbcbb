"""The literature behind a paper: its references as works with DOIs, their open full texts, and what each file is.

Nothing here runs unless a command asks for it, and only `http.py` talks to other machines. docs/literature.md describes
the commands, the services and the record that is kept.
"""
