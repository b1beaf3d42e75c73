"""Training the forecast: from a data set of real calls to a model."""
