"""The program's log on the disk, and whether its last life ended as it should.

One folder of this person's; each program that stays (the tray, ``watch``) writes files of its own
name. Only tray programs of two sessions share theirs, line by line.
"""
