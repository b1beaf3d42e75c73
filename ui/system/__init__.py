"""The process and the system below it: display, one instance, bus, devices, networks."""
