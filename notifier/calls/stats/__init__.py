"""What a call's statistics say: from getStats of any program to rates, figures and disturbances."""
