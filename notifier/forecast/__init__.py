"""From what a run measured to what a call will be like: the verdict, its causes, its advice.

The room gets figures and gives judgements. It opens no socket, reads no clock and asks nobody.
"""
