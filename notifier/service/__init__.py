"""The one place that ties the rooms together: schedule, triggers, events out, commands in."""
