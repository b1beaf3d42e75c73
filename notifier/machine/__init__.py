"""What this machine knows about its own network and devices, without a display.

Linux answers everything; on other platforms each question has an honest "unknown". Nothing in
this room raises because of what the machine has or lacks.
"""
