"""The window. Qt lives here and nowhere else; words for people are made here and in the command line alone."""
