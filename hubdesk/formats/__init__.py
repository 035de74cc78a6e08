"""Other people's formats in and out, one module each: pure functions from bytes to record fields and back."""
