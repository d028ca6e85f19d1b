"""What tells kinds of statements and definite phrases apart: a module of tables per language."""
