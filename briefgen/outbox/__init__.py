"""Envelopes -> the world, each once: the journal of what was sent, and the doors it leaves by.

`opened` yields the journal, `plan` says who gets what, `dispatch` sends it and writes down what
became of it. Everything is so made that the process can be killed at any instant and run again.
"""
