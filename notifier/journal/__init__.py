"""The program's log on the disk, and whether its last life ended as it should.

One folder of this person's; each program that stays (the tray, ``watch``) writes files of its own
name, so that no two processes ever turn the same file over.
"""
