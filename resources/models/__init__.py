"""What forecasts are made from, as data."""
