"""What is fast, and against what floor: each module here has `measure()`, which returns an iterable of `Measure`."""
